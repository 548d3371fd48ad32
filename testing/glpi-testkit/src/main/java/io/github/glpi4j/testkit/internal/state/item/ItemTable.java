package io.github.glpi4j.testkit.internal.state.item;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The items of one type; thread-safe. */
public interface ItemTable {
    ItemType type();

    Columns columns();

    Optional<Item> find(int id);

    /** Returns the selected rows; the list does not change later. */
    List<Item> list(ItemQuery query);

    /** Returns all rows in the order of their ids, including those in the trash; the list does not change later. */
    List<Item> all();

    /**
     * Adds a row as given, with a column for each of its fields.
     *
     * @throws IllegalArgumentException if there is a row with its id
     */
    default Item load(ObjectNode row) {
        return add(row);
    }

    /** Adds a row, whose id is the next free one if it has none. */
    Item add(ObjectNode fields);

    /** Changes fields of a row; has no effect if there is none. */
    void update(int id, ObjectNode changes);

    void purge(int id);

    /** Whether clients can change the table; otherwise its rows are derived from other data. */
    default boolean isWritable() {
        return true;
    }

    /** Whether rows belong to entities, and are visible only there. */
    default boolean isInEntities() {
        return columns().contain("entities_id");
    }

    default boolean hasTrash() {
        return columns().contain("is_deleted");
    }

    /** Returns all fields of a row as Java values. */
    default Map<String, @Nullable Object> fields(Item item) {
        return Columns.toMap(columns().row(item));
    }
}
