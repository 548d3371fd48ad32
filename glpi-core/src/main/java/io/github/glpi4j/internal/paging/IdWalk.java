package io.github.glpi4j.internal.paging;

import io.github.glpi4j.Call;
import io.github.glpi4j.item.Page;
import java.util.List;

/** Reads pages by id: each starts after the last row of the one before, so that only one is requested at a time. */
public final class IdWalk<T> implements PageWalk<IdRow<T>, T> {

    private final IdSource<T> source;
    private final int pageSize;
    private long lastId;
    private long position;
    private boolean running;
    private boolean ended;

    /** Makes the call for the rows that follow an id. The first of them is probably at the position. */
    @FunctionalInterface
    public interface IdSource<T> {
        Call<Page<IdRow<T>>> after(long id, long position, int rows);
    }

    /**
     * Requests nothing yet.
     *
     * @param start the id after which the first page starts, or -1
     */
    public IdWalk(IdSource<T> source, long start, int pageSize) {
        this.source = source;
        this.lastId = start;
        this.pageSize = pageSize;
    }

    @Override
    public boolean hasNext() {
        return !running && !ended;
    }

    @Override
    public Call<Page<IdRow<T>>> next() {
        running = true;
        return source.after(lastId, position, pageSize);
    }

    @Override
    public List<T> received(Page<IdRow<T>> page) {
        List<IdRow<T>> rows = page.rows();
        running = false;
        ended = page.isLast() || rows.isEmpty();
        if (!rows.isEmpty()) {
            lastId = rows.get(rows.size() - 1).id();
            position = page.first() + rows.size();
        }
        return rows.stream().map(IdRow::row).toList();
    }
}
