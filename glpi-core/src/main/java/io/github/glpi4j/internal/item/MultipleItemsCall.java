package io.github.glpi4j.internal.item;

import io.github.glpi4j.Call;
import io.github.glpi4j.GlpiApiException;
import io.github.glpi4j.GlpiAuthenticationException;
import io.github.glpi4j.GlpiProtocolException;
import io.github.glpi4j.internal.call.Dispatcher;
import io.github.glpi4j.internal.call.Execution;
import io.github.glpi4j.internal.call.SessionCaller;
import io.github.glpi4j.internal.http.CallFailure;
import io.github.glpi4j.internal.http.JsonHandler;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.internal.http.Response;
import io.github.glpi4j.internal.json.PhpValues;
import io.github.glpi4j.internal.json.UnexpectedJsonException;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.ItemRef;
import io.github.glpi4j.item.MultipleItems;
import io.github.glpi4j.item.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * {@code getMultipleItems}, in requests that fit a URL. Where GLPI rejects a request because of one item, its items are
 * read one by one.
 */
public final class MultipleItemsCall {

    private static final String NAME = "getMultipleItems";

    /** The items are in the query, GLPI accepts no other place; web servers accept 8 KB. */
    private static final int CHUNK = 50;

    /** How many items are read at the same time. */
    private static final int PARALLEL = 4;

    private final SessionCaller session;
    private final Execution execution;
    private final Map<ItemRef, Item> found = new LinkedHashMap<>();
    private final Map<ItemRef, GlpiApiException> failures = new LinkedHashMap<>();

    private MultipleItemsCall(SessionCaller session, Execution execution) {
        this.session = session;
        this.execution = execution;
    }

    public static Call<MultipleItems> of(SessionCaller session, Collection<ItemRef> refs) {
        List<ItemRef> distinct = List.copyOf(new LinkedHashSet<>(refs));
        return session.call(NAME, execution -> new MultipleItemsCall(session, execution).from(distinct, 0));
    }

    /** A loop, since on a blocking transport each stage is complete when it is returned. */
    private CompletionStage<MultipleItems> from(List<ItemRef> refs, int start) {
        for (int next = start; next < refs.size(); next += CHUNK) {
            int end = Math.min(next + CHUNK, refs.size());
            CompletableFuture<?> read = chunk(refs.subList(next, end)).toCompletableFuture();
            if (!read.isDone() || read.isCompletedExceptionally()) {
                return read.thenCompose(done -> from(refs, end));
            }
        }
        return CompletableFuture.completedFuture(MultipleItems.of(found, failures));
    }

    private CompletionStage<@Nullable Void> chunk(List<ItemRef> chunk) {
        return EncodedItems.decode(execution, session, operation(chunk), EncodedItems::page)
                .thenCompose(page -> {
                    for (int i = 0; i < chunk.size(); i++) {
                        add(chunk.get(i), page.rows().get(i));
                    }
                    return Execution.done();
                })
                .exceptionallyCompose(failure ->
                        concernsOneItem(failure) ? oneByOne(chunk) : CompletableFuture.failedFuture(failure));
    }

    private void add(ItemRef ref, Map<String, @Nullable Object> values) {
        found.put(ref, Item.of(ref.itemtype(), values, session.mapper()));
    }

    /** Not only a missing item: PHP crashes for an unknown itemtype up to GLPI 10, with an empty response. */
    private static boolean concernsOneItem(Throwable failure) {
        Throwable reported = CallFailure.toCaller(failure);
        return isRefusalOfItem(reported)
                || (reported instanceof GlpiProtocolException unreadable && unreadable.status() == 200);
    }

    private static boolean isRefusalOfItem(Throwable reported) {
        return reported instanceof GlpiApiException && !(reported instanceof GlpiAuthenticationException);
    }

    private CompletionStage<@Nullable Void> oneByOne(List<ItemRef> chunk) {
        List<Dispatcher.Steps<Map<String, @Nullable Object>>> calls = new ArrayList<>();
        for (ItemRef ref : chunk) {
            Operation<Map<String, @Nullable Object>> read =
                    ReadOptions.links(GetItemCall.operation(ref.itemtype(), ref.id()), false);
            calls.add(fork -> EncodedItems.decode(fork, session, read, EncodedItems::item));
        }
        List<CompletableFuture<Map<String, @Nullable Object>>> reads = execution.fork(NAME, PARALLEL, calls);
        CompletionStage<@Nullable Void> all = Execution.done();
        for (int i = 0; i < chunk.size(); i++) {
            ItemRef ref = chunk.get(i);
            CompletableFuture<Map<String, @Nullable Object>> read = reads.get(i);
            all = all.thenCompose(before -> execution.await(NAME, "GLPI", read)).handle((values, failure) -> {
                if (failure == null) {
                    add(ref, values);
                } else {
                    keep(ref, failure);
                }
                return null;
            });
        }
        return all.whenComplete((done, failure) -> reads.forEach(read -> read.cancel(false)));
    }

    /** A failure that does not concern the item is one of the call. */
    private void keep(ItemRef ref, Throwable failure) {
        Throwable reported = CallFailure.toCaller(failure);
        if (isRefusalOfItem(reported)) {
            failures.put(ref, (GlpiApiException) reported);
            return;
        }
        throw new CompletionException(CallFailure.unwrap(failure));
    }

    private static Operation<Page<Map<String, @Nullable Object>>> operation(List<ItemRef> refs) {
        Operation<Page<Map<String, @Nullable Object>>> operation =
                ReadOptions.links(Operation.get(NAME, new Handler(refs)), false);
        for (int i = 0; i < refs.size(); i++) {
            operation = operation
                    .query("items[" + i + "][itemtype]", refs.get(i).itemtype())
                    .query(
                            "items[" + i + "][items_id]",
                            String.valueOf(refs.get(i).id()));
        }
        return operation;
    }

    /** Rows have no itemtype: they belong to the requested items by their position, and their ids must agree. */
    private record Handler(List<ItemRef> refs) implements JsonHandler<Page<Map<String, @Nullable Object>>> {

        @Override
        public Page<Map<String, @Nullable Object>> read(Response response) throws IOException {
            Page<Map<String, @Nullable Object>> page = new PageHandler(0, refs.size() - 1L).read(response);
            List<Long> ids = new ArrayList<>();
            for (Map<String, @Nullable Object> row : page.rows()) {
                ids.add(PhpValues.id(row.get("id"), "an item"));
            }
            if (!ids.equals(refs.stream().map(ItemRef::id).toList())) {
                throw new UnexpectedJsonException("the answer has other items than those requested");
            }
            return page;
        }
    }
}
