package io.github.glpi4j.internal.item;

import io.github.glpi4j.internal.json.PhpValues;
import io.github.glpi4j.item.Page;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows that follow an id in a list sorted by id, wherever they are by now. GLPI has no filter for that: it lists
 * by position. So a page starts one row early. If that row's id is not greater, the rows after it are contiguous, and none
 * is missed; if it is greater, rows before it have vanished, and the page is looked for further ahead. A page also has one
 * row more than wanted, which shows whether others follow: GLPI counts its total separately.
 */
final class PageAfterId {

    private static final long UNKNOWN = Long.MAX_VALUE;
    private static final long LARGEST_PAGE = Integer.MAX_VALUE;

    private final Pages pages;
    private final long id;
    private final long size;

    /** The last position known to be before the wanted rows, or -1. */
    private long before = -1;

    /** The first position known not to be before them. */
    private long behind = UNKNOWN;

    private long step;

    /** Reads the rows at these positions, both inclusive. */
    @FunctionalInterface
    interface Pages {
        CompletionStage<Page<Map<String, @Nullable Object>>> read(long first, long last);
    }

    /**
     * Reads nothing yet.
     *
     * @param id the id after which the rows start, or -1
     * @param size how many rows are wanted at most
     */
    PageAfterId(Pages pages, long id, long size) {
        this.pages = pages;
        this.id = id;
        this.size = Math.min(size, LARGEST_PAGE);
    }

    /** {@return the rows} The first of them is probably at the position. */
    CompletionStage<Page<Map<String, @Nullable Object>>> near(long position) {
        return read(Math.max(0, position - 1), position + size);
    }

    private CompletionStage<Page<Map<String, @Nullable Object>>> read(long first, long last) {
        return pages.read(first, last).thenCompose(page -> {
            List<Map<String, @Nullable Object>> rows = page.rows();
            List<Map<String, @Nullable Object>> wanted =
                    rows.stream().filter(row -> id(row) > id).toList();
            boolean isFull = rows.size() > last - first;
            if (first > 0 && wanted.size() == rows.size()) {
                behind = first;
                before = before < behind ? before : -1;
            } else if (wanted.isEmpty() && isFull) {
                before = first + rows.size() - 1;
                behind = behind > before ? behind : UNKNOWN;
            } else {
                return CompletableFuture.completedFuture(
                        select(page, wanted, first + rows.size() - wanted.size(), isFull));
            }
            long next = elsewhere();
            return read(next, next + size + 1);
        });
    }

    private static long id(Map<String, @Nullable Object> row) {
        return PhpValues.number(row.get("id")).orElseThrow();
    }

    private Page<Map<String, @Nullable Object>> select(
            Page<?> page, List<Map<String, @Nullable Object>> wanted, long first, boolean isFull) {
        boolean isLast = wanted.isEmpty() || (wanted.size() <= size && !isFull && page.isLast());
        return new Page<>(wanted.subList(0, (int) Math.min(size, wanted.size())), first, page.total(), isLast);
    }

    /** Doubles its steps until it is on the other side, then halves the distance. */
    private long elsewhere() {
        if (before >= 0 && behind != UNKNOWN) {
            long distance = behind - before;
            return distance <= size + 1 ? before : before + distance / 2;
        }
        if (before < 0) {
            step = Math.max(size, 2 * step);
            return Math.max(0, behind - step);
        }
        long next = before + step;
        step = Math.max(size, 2 * step);
        return next;
    }
}
