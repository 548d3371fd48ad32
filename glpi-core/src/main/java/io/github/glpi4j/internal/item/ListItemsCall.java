package io.github.glpi4j.internal.item;

import io.github.glpi4j.Call;
import io.github.glpi4j.internal.call.CallOptions;
import io.github.glpi4j.internal.call.DelegatingCall;
import io.github.glpi4j.internal.http.InputChecks;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.item.ListItems;
import io.github.glpi4j.item.Page;
import io.github.glpi4j.item.Paged;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list and its options.
 *
 * @param operation without its range
 */
record ListItemsCall<T>(
        ItemReader<T> reader,
        Operation<Page<Map<String, @Nullable Object>>> operation,
        long first,
        long last,
        CallOptions options)
        implements ListItems<T>, DelegatingCall<Page<T>> {

    static <T> ListItemsCall<T> of(ItemReader<T> reader, String name, String... path) {
        Operation<Page<Map<String, @Nullable Object>>> operation = Operation.get(name, new PageHandler(0, 0))
                .path(path)
                // By id, since the database may return rows in any order, and in another one for the next page.
                .query("sort", "id")
                .query("order", "ASC");
        return new ListItemsCall<>(
                reader,
                ReadOptions.links(operation, false),
                0,
                DefaultPaged.PAGE_SIZE - 1L,
                CallOptions.within(reader.session().dispatcher().callLimit()));
    }

    @Override
    public ListItems<T> where(String field, String text) {
        return with(operation.query(
                "searchText[" + InputChecks.checkField(field) + "]", InputChecks.checkText("text", text)));
    }

    @Override
    public ListItems<T> sortBy(String field) {
        return with(operation.query("sort", InputChecks.checkField(field)));
    }

    @Override
    public ListItems<T> descending() {
        return with(operation.query("order", "DESC"));
    }

    @Override
    public ListItems<T> range(long newFirst, long newLast) {
        if (newFirst < 0 || newLast < newFirst) {
            throw new IllegalArgumentException("a range starts at 0 or later and does not end before its start, unlike "
                    + newFirst + "-" + newLast);
        }
        return new ListItemsCall<>(reader, operation, newFirst, newLast, options);
    }

    @Override
    public ListItems<T> inTrash() {
        return with(operation.query("is_deleted", "true"));
    }

    @Override
    public ListItems<T> onlyIds() {
        return with(operation.query("only_id", "true"));
    }

    @Override
    public ListItems<T> expandDropdowns() {
        return with(ReadOptions.expandDropdowns(operation));
    }

    @Override
    public ListItems<T> withKeyNames(String... fields) {
        return with(ReadOptions.keyNames(operation, fields));
    }

    @Override
    public ListItems<T> withLinks() {
        return with(ReadOptions.links(operation, true));
    }

    private ListItems<T> with(Operation<Page<Map<String, @Nullable Object>>> changed) {
        return new ListItemsCall<>(reader, changed, first, last, options);
    }

    @Override
    public ListItems<T> timeout(Duration timeout) {
        return new ListItemsCall<>(reader, operation, first, last, options.timeout(timeout));
    }

    @Override
    public ListItems<T> header(String name, String value) {
        return new ListItemsCall<>(reader, operation, first, last, options.header(name, value));
    }

    @Override
    public Paged<T> all() {
        return DefaultPaged.of(this::range);
    }

    @Override
    public Call<Page<T>> delegate() {
        Operation<Page<Map<String, @Nullable Object>>> page =
                operation.query("range", first + "-" + last).handledBy(new PageHandler(first, last));
        return options.call(reader.session().dispatcher(), operation.name(), execution -> reader.page(execution, page));
    }

    @Override
    public String toString() {
        return operation.name();
    }
}
