package io.github.glpi4j.cli.export;

import io.github.glpi4j.cli.option.Mode;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.ListItems;
import io.github.glpi4j.item.Page;
import java.util.List;

/** Reads a list in the order of the ids, after any id: no row is read twice, and none is missed that exists all the time. */
final class ItemWalk {

    private static final int PAGE_SIZE = 200;

    private final ListItems<Item> list;
    private final Mode mode;
    private long lastId;
    private long position;
    private long total = -1;
    private boolean ended;

    /** Starts after an id, which was in front of this position; or before all, with -1 and 0. */
    ItemWalk(ListItems<Item> list, Mode mode, long lastId, long position) {
        this.list = list;
        this.mode = mode;
        this.lastId = lastId;
        this.position = position;
    }

    /** {@return the next rows; none at the end} */
    List<Item> next() {
        if (ended) {
            return List.of();
        }
        Page<Item> page =
                mode.run(list.range(position, position + PAGE_SIZE - 1).after(lastId));
        List<Item> rows = page.rows();
        total = page.total().orElse(total);
        position = page.first() + rows.size();
        ended = page.isLast();
        if (!rows.isEmpty()) {
            lastId = rows.get(rows.size() - 1).id();
        }
        return rows;
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
