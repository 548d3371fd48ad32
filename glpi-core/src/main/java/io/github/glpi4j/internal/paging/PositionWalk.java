package io.github.glpi4j.internal.paging;

import io.github.glpi4j.Call;
import io.github.glpi4j.item.Page;
import java.util.List;

/**
 * Reads pages by position. The first page is requested alone, since it reports the total. Without a total, each page is
 * requested when the one before shows that it exists.
 */
final class PositionWalk<T> implements PageWalk<T, T> {

    private final DefaultPaged.PageSource<T> source;
    private final int pageSize;
    private long next;
    private long end = 1; // the first page exists until it shows otherwise

    PositionWalk(DefaultPaged.PageSource<T> source, int pageSize) {
        this.source = source;
        this.pageSize = pageSize;
    }

    @Override
    public boolean hasNext() {
        return next < end;
    }

    @Override
    public Call<Page<T>> next() {
        long first = next;
        next += pageSize;
        return source.page(first, next - 1);
    }

    /** The total of the latest page counts. */
    @Override
    public List<T> received(Page<T> page) {
        if (page.rows().isEmpty()) {
            end = 0;
        } else if (page.total().isPresent()) {
            end = page.total().getAsLong();
        } else {
            end = page.isLast() ? 0 : next + 1;
        }
        return page.rows();
    }
}
