package io.github.glpi4j.internal.item;

import io.github.glpi4j.internal.call.DefaultCall;
import io.github.glpi4j.internal.call.StartedCall;
import io.github.glpi4j.item.Page;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Waits for the pages of a list, of which it requests some ahead. Used by one thread at a time. */
final class PageIterator<T> implements Iterator<T> {

    private final DefaultPaged<T> list;
    private final PageCursor cursor;
    private final Deque<StartedCall<Page<T>>> ahead = new ArrayDeque<>();
    private Iterator<T> rows = Collections.emptyIterator();
    private boolean closed;

    PageIterator(DefaultPaged<T> list) {
        this.list = list;
        this.cursor = new PageCursor(list.pageSize());
    }

    @Override
    public boolean hasNext() {
        while (!rows.hasNext() && !closed) {
            rows = Collections.emptyIterator(); // frees the page before another one arrives
            try {
                nextPage();
            } catch (RuntimeException | Error e) {
                close();
                throw e;
            }
        }
        return rows.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the list has no more rows");
        }
        return rows.next();
    }

    private void nextPage() {
        if (ahead.isEmpty() && !cursor.hasNext()) {
            close();
            return;
        }
        if (!ahead.isEmpty()) {
            requestAhead(list.pagesInFlight());
        }
        // The first page runs on the calling thread, and so do all if there is only one at a time.
        Page<T> page = ahead.isEmpty()
                ? list.page(cursor.next()).execute()
                : ahead.remove().await();
        cursor.received(page);
        if (page.rows().isEmpty()) {
            close();
            return;
        }
        requestAhead(list.pagesInFlight() - 1);
        rows = page.rows().iterator();
    }

    private void requestAhead(int pages) {
        while (ahead.size() < pages && cursor.hasNext()) {
            ahead.add(DefaultCall.start(list.page(cursor.next())));
        }
    }

    /** Aborts the requests that are running. */
    void close() {
        closed = true;
        rows = Collections.emptyIterator();
        ahead.forEach(StartedCall::cancel);
        ahead.clear();
    }
}
