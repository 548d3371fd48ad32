package io.github.glpi4j.internal.item;

import io.github.glpi4j.item.Page;

/**
 * Decides which page of a list is requested next. The first page is requested alone, since it reports the total. Without
 * a total, each page is requested when the one before shows that it exists.
 */
final class PageCursor {

    private final int pageSize;
    private long next;
    private long end;

    PageCursor(int pageSize) {
        this.pageSize = pageSize;
        this.end = 1; // the first page exists until it shows otherwise
    }

    /** {@return whether another page can be requested now} */
    boolean hasNext() {
        return next < end;
    }

    /** {@return the position at which the next page starts} */
    long next() {
        long first = next;
        next += pageSize;
        return first;
    }

    /** Takes note of a page, in the order of the requests. The total of the latest page counts. */
    void received(Page<?> page) {
        if (page.rows().isEmpty()) {
            end = 0;
        } else if (page.total().isPresent()) {
            end = page.total().getAsLong();
        } else {
            end = page.isLast() ? 0 : next + 1;
        }
    }
}
