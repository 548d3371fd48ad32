package io.github.glpi4j.internal.item;

import io.github.glpi4j.internal.call.DefaultCall;
import io.github.glpi4j.internal.call.StartedCall;
import io.github.glpi4j.item.Page;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

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
        while (!rows.hasNext()) {
            Page<T> page = nextPage();
            if (page == null || page.rows().isEmpty()) {
                close();
                return false;
            }
            rows = page.rows().iterator();
            requestAhead(list.pagesInFlight() - 1);
        }
        return true;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the list has no more rows");
        }
        return rows.next();
    }

    private @Nullable Page<T> nextPage() {
        if (closed) {
            return null;
        }
        rows = Collections.emptyIterator(); // frees the page before another one arrives
        try {
            // One page at a time runs on the calling thread, and so does the first page.
            if (ahead.isEmpty() && !cursor.hasNext()) {
                return null;
            }
            if (!ahead.isEmpty()) {
                requestAhead(list.pagesInFlight());
            }
            Page<T> page = ahead.isEmpty()
                    ? list.page(cursor.next()).execute()
                    : ahead.remove().await();
            cursor.received(page);
            return page;
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
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
