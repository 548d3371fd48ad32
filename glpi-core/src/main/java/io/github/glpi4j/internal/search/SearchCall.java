package io.github.glpi4j.internal.search;

import io.github.glpi4j.Call;
import io.github.glpi4j.internal.call.CallOptions;
import io.github.glpi4j.internal.call.DelegatingCall;
import io.github.glpi4j.internal.item.DefaultPaged;
import io.github.glpi4j.internal.item.ItemReader;
import io.github.glpi4j.item.Page;
import io.github.glpi4j.item.Paged;
import io.github.glpi4j.search.Condition;
import io.github.glpi4j.search.Search;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A search and its options. */
public record SearchCall<T>(ItemReader<T> reader, SearchQuery query, CallOptions options)
        implements Search<T>, DelegatingCall<Page<T>> {

    public static <T> Search<T> of(ItemReader<T> reader) {
        return new SearchCall<>(
                reader,
                new SearchQuery(
                        reader.itemtype(), List.of(), List.of(), List.of(), 0, DefaultPaged.PAGE_SIZE - 1L, false),
                CallOptions.within(reader.session().dispatcher().callLimit()));
    }

    private SearchCall<T> with(SearchQuery changed) {
        return new SearchCall<>(reader, changed, options);
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
    public Search<T> timeout(Duration timeout) {
        return new SearchCall<>(reader, query, options.timeout(timeout));
    }

    @Override
    public Search<T> header(String name, String value) {
        return new SearchCall<>(reader, query, options.header(name, value));
    }

    @Override
    public Paged<T> all() {
        return DefaultPaged.of(this::range);
    }

    @Override
    public Call<Page<T>> delegate() {
        return options.call(
                reader.session().dispatcher(),
                query.name(),
                execution -> OptionsReader.read(execution, reader.session(), query.itemtypes())
                        .thenCompose(known -> reader.found(execution, SearchOperation.of(query, known))));
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
