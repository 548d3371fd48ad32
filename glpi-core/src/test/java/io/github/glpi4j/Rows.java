package io.github.glpi4j;

import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.Paged;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A subscriber that requests one row after the other, and reads of complete lists. */
final class Rows implements Flow.Subscriber<Item> {

    final List<Long> ids = Collections.synchronizedList(new ArrayList<>());
    final CompletableFuture<List<Long>> end = new CompletableFuture<>();

    private final LongConsumer consumer;
    private Flow.@Nullable Subscription subscription;

    private Rows(LongConsumer consumer) {
        this.consumer = consumer;
    }

    /** {@return the ids of all rows, in their order: of a stream or, in an asynchronous way, of a publisher} */
    static List<Long> read(StubGlpi.Way way, Paged<Item> list, LongConsumer consumer) {
        if (way == StubGlpi.Way.BLOCKING_EXECUTE || way == StubGlpi.Way.ASYNC_EXECUTE) {
            try (Stream<Item> rows = list.stream()) {
                return rows.map(Item::id).peek(consumer::accept).toList();
            }
        }
        Rows rows = new Rows(consumer);
        list.publisher().subscribe(rows);
        try {
            return rows.end.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    static List<Long> read(StubGlpi.Way way, Paged<Item> list) {
        return read(way, list, id -> {});
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        newSubscription.request(1);
    }

    @Override
    public void onNext(Item row) {
        consumer.accept(row.id());
        ids.add(row.id());
        Objects.requireNonNull(subscription).request(1);
    }

    @Override
    public void onError(Throwable failure) {
        end.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        end.complete(List.copyOf(ids));
    }
}
