package io.github.glpi4j.internal.paging;

import io.github.glpi4j.internal.call.DefaultCall;
import io.github.glpi4j.internal.call.StartedCall;
import io.github.glpi4j.item.Page;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Waits for the pages of a list, of which it requests some ahead. Used by one thread at a time. */
final class PageIterator<R, T> implements Iterator<T> {

    private final PageWalk<R, T> walk;
    private final int pagesInFlight;
    private final Deque<StartedCall<Page<R>>> ahead = new ArrayDeque<>();
    private Iterator<T> rows = Collections.emptyIterator();
    private boolean closed;

    PageIterator(PageWalk<R, T> walk, int pagesInFlight) {
        this.walk = walk;
        this.pagesInFlight = pagesInFlight;
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
        if (ahead.isEmpty() && !walk.hasNext()) {
            close();
            return;
        }
        if (!ahead.isEmpty()) {
            requestAhead(pagesInFlight);
        }
        // The first page runs on the calling thread, and so do all if there is only one at a time.
        Page<R> page = ahead.isEmpty() ? walk.next().execute() : ahead.remove().await();
        List<T> received = walk.received(page);
        if (received.isEmpty()) {
            close();
            return;
        }
        requestAhead(pagesInFlight - 1);
        rows = received.iterator();
    }

    private void requestAhead(int pages) {
        while (ahead.size() < pages && walk.hasNext()) {
            ahead.add(DefaultCall.start(walk.next()));
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
