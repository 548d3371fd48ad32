package io.github.glpi4j.testkit.internal.state.item;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The tables of all itemtypes; thread-safe. */
public final class ItemStore {
    private final ItemTypes types;
    private volatile Map<String, ItemTable> tables = Map.of();
    private volatile Map<String, String> typesByForeignKey = Map.of();

    public ItemStore(boolean from11) {
        this.types = new ItemTypes(from11);
    }

    /**
     * Replaces all tables.
     *
     * @param rows the initial rows of each type, which make the type known
     * @param wrap adds to some tables what is stored elsewhere
     */
    public void reset(Map<String, List<ObjectNode>> rows, UnaryOperator<ItemTable> wrap) {
        Map<String, StoredItems> stored = new HashMap<>();
        types.all().forEach((name, type) -> stored.put(name, new StoredItems(type)));
        rows.forEach((name, items) -> {
            StoredItems table = stored.computeIfAbsent(name, other -> new StoredItems(ItemTypes.other(other)));
            items.forEach(table::load);
        });
        Map<String, ItemTable> all = new HashMap<>();
        Map<String, String> keys = new HashMap<>();
        stored.forEach((name, table) -> {
            all.put(name, wrap.apply(table));
            keys.put(ItemTypes.foreignKey(name), name);
        });
        tables = all;
        typesByForeignKey = keys;
    }

    public Optional<ItemTable> table(String type) {
        return Optional.ofNullable(tables.get(type));
    }

    /** Returns the column by which other tables refer to items of a type. */
    public String foreignKey(String type) {
        return ItemTypes.foreignKey(type);
    }

    /** Finds the table to which a column refers, such as {@code users_id_tech}. */
    public Optional<ItemTable> referredBy(String column) {
        int end = column.indexOf("_id");
        if (end < 0) {
            return Optional.empty();
        }
        return Optional.ofNullable(typesByForeignKey.get(column.substring(0, end + 3)))
                .map(tables::get);
    }
}
