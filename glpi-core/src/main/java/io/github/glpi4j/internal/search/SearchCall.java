package io.github.glpi4j.internal.search;

import io.github.glpi4j.Call;
import io.github.glpi4j.internal.call.CallOptions;
import io.github.glpi4j.internal.call.DelegatingCall;
import io.github.glpi4j.internal.call.Execution;
import io.github.glpi4j.internal.http.InputChecks;
import io.github.glpi4j.internal.item.ItemReader;
import io.github.glpi4j.internal.paging.DefaultPaged;
import io.github.glpi4j.internal.paging.IdRow;
import io.github.glpi4j.internal.paging.IdWalk;
import io.github.glpi4j.item.Page;
import io.github.glpi4j.item.Paged;
import io.github.glpi4j.search.Condition;
import io.github.glpi4j.search.Search;
import io.github.glpi4j.search.SearchOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A search and its options.
 *
 * @param after the id that the rows follow, or null for those at their positions
 */
public record SearchCall<T>(
        ItemReader<T> reader, SearchQuery query, @Nullable Long after, CallOptions options)
        implements Search<T>, DelegatingCall<Page<T>> {

    public static <T> Search<T> of(ItemReader<T> reader) {
        return new SearchCall<>(
                reader,
                new SearchQuery(
                        reader.itemtype(), List.of(), List.of(), List.of(), 0, DefaultPaged.PAGE_SIZE - 1L, false),
                null,
                CallOptions.within(reader.session().dispatcher().callLimit()));
    }

    private SearchCall<T> with(SearchQuery changed) {
        return new SearchCall<>(reader, changed, after, options).checked();
    }

    private SearchCall<T> checked() {
        if (after != null && !query.sorts().isEmpty()) {
            throw new IllegalStateException(
                    "rows that follow an id are in the order of their ids: leave out sortBy and sortByDescending");
        }
        return this;
    }

    @Override
    public Search<T> where(Condition condition) {
        return with(query.where(condition));
    }

    @Override
    public Search<T> columns(String... fields) {
        return with(query.columns(Arrays.asList(fields)));
    }

    @Override
    public Search<T> sortBy(String field) {
        return with(query.sortBy(new SearchQuery.Sort(field, "ASC")));
    }

    @Override
    public Search<T> sortByDescending(String field) {
        return with(query.sortBy(new SearchQuery.Sort(field, "DESC")));
    }

    @Override
    public Search<T> range(long first, long last) {
        return with(query.range(first, last));
    }

    @Override
    public Search<T> inTrash() {
        return with(query.inTrash());
    }

    @Override
    public Search<T> after(long id) {
        return after(reader, id).checked();
    }

    private <R> SearchCall<R> after(ItemReader<R> rows, long id) {
        return new SearchCall<>(rows, query, InputChecks.checkAfter(id), options);
    }

    @Override
    public Search<T> timeout(Duration timeout) {
        return new SearchCall<>(reader, query, after, options.timeout(timeout));
    }

    @Override
    public Search<T> header(String name, String value) {
        return new SearchCall<>(reader, query, after, options.header(name, value));
    }

    @Override
    public Paged<T> all() {
        Paged<T> all = DefaultPaged.of(this::range, this::byId);
        return after == null ? all : all.byId();
    }

    private DefaultPaged.Walks<T> byId() {
        long start = after == null ? -1 : after;
        SearchCall<IdRow<T>> search = after(reader.withIds(), start).checked();
        return pageSize ->
                new IdWalk<>((id, position, rows) -> search.range(0, rows - 1L).after(id), start, pageSize);
    }

    @Override
    public Call<Page<T>> delegate() {
        return options.call(
                reader.session().dispatcher(),
                query.name(),
                execution -> OptionsReader.read(execution, reader.session(), query.itemtypes())
                        .thenCompose(known -> after == null
                                ? reader.found(execution, SearchOperation.of(query, known))
                                : following(execution, after, known)));
    }

    /** One row more than wanted shows whether others follow: GLPI counts its total separately. */
    private CompletionStage<Page<T>> following(Execution execution, long id, Map<String, SearchOptions> known) {
        int wanted = (int) Math.min(query.last() - query.first() + 1, Integer.MAX_VALUE);
        return reader.found(execution, SearchOperation.after(id, query.range(0, wanted), known))
                .thenApply(page -> new Page<>(
                        page.rows().subList(0, Math.min(wanted, page.rows().size())),
                        0,
                        page.total(),
                        page.rows().isEmpty() || (page.rows().size() <= wanted && page.isLast())));
    }

    static <E> List<E> append(List<E> list, List<E> more) {
        List<E> all = new ArrayList<>(list);
        all.addAll(more);
        return Collections.unmodifiableList(all);
    }

    @Override
    public String toString() {
        return query.name();
    }
}
