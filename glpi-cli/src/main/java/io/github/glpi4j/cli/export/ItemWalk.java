package io.github.glpi4j.cli.export;

import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.ListItems;
import io.github.glpi4j.item.Page;
import java.util.List;

/**
 * Reads a list in the order of the ids, after any id.
 *
 * <p>GLPI counts positions anew for each page. Pages therefore overlap by a row: if the last row read is no longer where
 * it was, because rows before it have vanished, the walk steps back until it finds its place. No row is read twice, and
 * none is missed that is there during the complete walk.
 */
final class ItemWalk {

    private static final int PAGE_SIZE = 200;

    private final ListItems<Item> list;
    private final Mode mode;
    private long lastId;
    private long position;
    private long total = -1;
    private boolean ended;

    /** Starts after an item, whose position is at least one less than the given one; or before all, with -1 and 0. */
    ItemWalk(ListItems<Item> list, Mode mode, long lastId, long position) {
        this.list = list;
        this.mode = mode;
        this.lastId = lastId;
        this.position = position;
    }

    /** {@return the next rows; none at the end} */
    List<Item> next() {
        while (!ended) {
            Page<Item> page = page();
            List<Item> rows =
                    page.rows().stream().filter(row -> row.id() > lastId).toList();
            total = page.total().orElse(total);
            position = page.first() + page.rows().size();
            ended = page.isLast();
            if (!rows.isEmpty()) {
                lastId = rows.get(rows.size() - 1).id();
                return rows;
            }
        }
        return List.of();
    }

    /** The page that starts with the last row read, or before it. */
    private Page<Item> page() {
        long first = Math.max(0, position - 1);
        Page<Item> page = read(first, position);
        while (first > 0 && (page.rows().isEmpty() || page.rows().get(0).id() > lastId)) {
            long end = first;
            first = Math.max(0, first - PAGE_SIZE);
            page = read(first, end);
        }
        return page;
    }

    private Page<Item> read(long first, long end) {
        return mode.run(list.range(first, end + PAGE_SIZE - 1));
    }

    long lastId() {
        return lastId;
    }

    /** {@return the position of the next row, if no rows appear or vanish} */
    long position() {
        return position;
    }

    /** {@return the number of rows in the list as last reported, or -1 if it is unknown} */
    long total() {
        return total;
    }
}
