package io.github.glpi4j.item;

import java.util.List;
import java.util.OptionalLong;

/**
 * A page of a list.
 *
 * <p>GLPI counts positions again for each request. If rows appear or vanish between two requests, the later page may
 * repeat a row or miss one; the total is that of the moment.
 *
 * @param rows the rows, in GLPI's order; unmodifiable
 * @param first the position of the first row, counted from 0
 * @param total the number of rows in the complete list, or empty if GLPI did not report it
 * @param isLast whether no rows follow
 * @param <T> how a row is represented
 */
public record Page<T>(List<T> rows, long first, OptionalLong total, boolean isLast) {

    /**
     * Copies the rows.
     *
     * @param rows the rows
     * @param first the position of the first row
     * @param total the number of rows in the complete list, or empty
     * @param isLast whether no rows follow
     */
    public Page {
        rows = List.copyOf(rows);
    }
}
