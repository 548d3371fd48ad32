package io.github.glpi4j.internal.item;

import io.github.glpi4j.GlpiProtocolException;
import io.github.glpi4j.internal.call.Execution;
import io.github.glpi4j.internal.call.SessionCaller;
import io.github.glpi4j.internal.http.CallFailure;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.internal.json.GlpiText;
import io.github.glpi4j.internal.paging.IdRow;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends operations that read items, and turns decoded JSON into items or objects of a class.
 *
 * @param session the session
 * @param itemtype the itemtype of what is read
 * @param convert from an item to what the user asked for
 * @param <T> what the user asked for
 */
public record ItemReader<T>(SessionCaller session, String itemtype, Function<Item, T> convert) {

    public static ItemReader<Item> of(SessionCaller session, String itemtype) {
        return new ItemReader<>(session, itemtype, Function.identity());
    }

    public static <T> ItemReader<T> of(SessionCaller session, String itemtype, Class<T> type) {
        return new ItemReader<>(session, itemtype, item -> ItemValues.as(item, session.mapper(), type));
    }

    /** {@return a reader of the same items, with their ids} */
    public ItemReader<IdRow<T>> withIds() {
        return new ItemReader<>(session, itemtype, item -> new IdRow<>(item.id(), convert.apply(item)));
    }

    CompletionStage<T> item(Execution execution, Operation<Map<String, @Nullable Object>> operation) {
        return EncodedItems.decode(execution, session, operation, EncodedItems::item)
                .thenApply(values -> convert(operation.name(), values));
    }

    CompletionStage<Page<T>> page(Execution execution, Operation<Page<Map<String, @Nullable Object>>> operation) {
        return rows(execution, operation).thenApply(page -> convert(operation, page));
    }

    /** As {@link #page}, before its rows are converted. */
    CompletionStage<Page<Map<String, @Nullable Object>>> rows(
            Execution execution, Operation<Page<Map<String, @Nullable Object>>> operation) {
        return EncodedItems.decode(execution, session, operation, EncodedItems::page);
    }

    /** As {@link #page}, for rows of GLPI's search, which encodes their texts up to version 10. */
    public CompletionStage<Page<T>> found(
            Execution execution, Operation<Page<Map<String, @Nullable Object>>> operation) {
        return EncodedItems.decode(execution, session, operation, EncodedItems::page, GlpiText.FIRST_PLAIN_VERSION)
                .thenApply(page -> convert(operation, page));
    }

    Page<T> convert(Operation<?> operation, Page<Map<String, @Nullable Object>> page) {
        List<T> rows = new ArrayList<>(page.rows().size());
        for (Map<String, @Nullable Object> values : page.rows()) {
            rows.add(convert(operation.name(), values));
        }
        return new Page<>(rows, page.first(), page.total(), page.isLast());
    }

    /** A class of the user that does not fit is a failure of the call like any other. */
    private T convert(String operation, Map<String, @Nullable Object> values) {
        try {
            return convert.apply(Item.of(itemtype, values, session.mapper()));
        } catch (IllegalArgumentException e) {
            throw new CallFailure(() -> new GlpiProtocolException(
                    operation,
                    200,
                    "application/json",
                    "",
                    String.valueOf(e.getMessage()),
                    "Class: its components or properties do not fit the fields of the item",
                    e.getCause()));
        }
    }
}
