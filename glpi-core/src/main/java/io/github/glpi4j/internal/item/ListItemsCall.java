package io.github.glpi4j.internal.item;

import io.github.glpi4j.Call;
import io.github.glpi4j.internal.call.CallOptions;
import io.github.glpi4j.internal.call.DelegatingCall;
import io.github.glpi4j.internal.call.Execution;
import io.github.glpi4j.internal.http.InputChecks;
import io.github.glpi4j.internal.http.JsonHandler;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.internal.paging.DefaultPaged;
import io.github.glpi4j.internal.paging.IdRow;
import io.github.glpi4j.internal.paging.IdWalk;
import io.github.glpi4j.item.ListItems;
import io.github.glpi4j.item.Page;
import io.github.glpi4j.item.Paged;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A list and its options.
 *
 * @param operation without its range
 * @param after the id that the items follow, or null for those at their positions
 */
record ListItemsCall<T>(
        ItemReader<T> reader,
        Operation<Page<Map<String, @Nullable Object>>> operation,
        long first,
        long last,
        @Nullable Long after,
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
                null,
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
        return new ListItemsCall<>(reader, operation, newFirst, newLast, after, options);
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

    @Override
    public ListItems<T> after(long id) {
        return after(reader, id).checked();
    }

    private <R> ListItemsCall<R> after(ItemReader<R> rows, long id) {
        return new ListItemsCall<>(rows, operation, first, last, InputChecks.checkAfter(id), options);
    }

    private ListItems<T> with(Operation<Page<Map<String, @Nullable Object>>> changed) {
        return new ListItemsCall<>(reader, changed, first, last, after, options).checked();
    }

    private ListItemsCall<T> checked() {
        boolean sortedById = "id".equals(operation.query().get("sort"))
                && "ASC".equals(operation.query().get("order"));
        if (after != null && !sortedById) {
            throw new IllegalStateException(
                    "items that follow an id are in the order of their ids: leave out sortBy and descending");
        }
        return this;
    }

    @Override
    public ListItems<T> timeout(Duration timeout) {
        return new ListItemsCall<>(reader, operation, first, last, after, options.timeout(timeout));
    }

    @Override
    public ListItems<T> header(String name, String value) {
        return new ListItemsCall<>(reader, operation, first, last, after, options.header(name, value));
    }

    @Override
    public Paged<T> all() {
        Paged<T> all = DefaultPaged.of(this::range, this::byId);
        return after == null ? all : all.byId();
    }

    private DefaultPaged.Walks<T> byId() {
        long start = after == null ? -1 : after;
        ListItemsCall<IdRow<T>> list = after(reader.withIds(), start).checked();
        return pageSize -> new IdWalk<>(
                (id, position, rows) ->
                        list.range(position, position + rows - 1).after(id),
                start,
                pageSize);
    }

    @Override
    public Call<Page<T>> delegate() {
        return options.call(
                reader.session().dispatcher(),
                operation.name(),
                after == null
                        ? execution -> reader.page(execution, page(new PageHandler(first, last), first, last))
                        : execution -> following(execution, after));
    }

    private CompletionStage<Page<T>> following(Execution execution, long id) {
        return new PageAfterId((from, to) -> reader.rows(execution, ascending(from, to)), id, last - first + 1)
                .near(first)
                .thenApply(page -> reader.convert(operation, page));
    }

    private Operation<Page<Map<String, @Nullable Object>>> ascending(long from, long to) {
        return page(new AscendingIds(new PageHandler(from, to), -1), from, to);
    }

    private Operation<Page<Map<String, @Nullable Object>>> page(
            JsonHandler<Page<Map<String, @Nullable Object>>> handler, long from, long to) {
        return operation.query("range", from + "-" + to).handledBy(handler);
    }

    @Override
    public String toString() {
        return operation.name();
    }
}
