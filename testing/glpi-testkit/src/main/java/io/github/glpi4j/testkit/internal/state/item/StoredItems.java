package io.github.glpi4j.testkit.internal.state.item;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A table in memory. It keeps the results of the last queries, so that a walk through their pages costs linear time. */
public final class StoredItems implements ItemTable {
    private static final int QUERIES = 8;

    private final ItemType type;
    private final TreeMap<Integer, Item> byId = new TreeMap<>();
    /** Cleared when the table changes. */
    private final Map<ItemQuery, List<Item>> results = new LinkedHashMap<>();

    private Columns columns;
    private int lastId;

    public StoredItems(ItemType type) {
        this.type = type;
        this.columns = type.columns();
    }

    @Override
    public ItemType type() {
        return type;
    }

    @Override
    public synchronized Columns columns() {
        return columns;
    }

    @Override
    public synchronized Item load(ObjectNode row) {
        if (byId.containsKey(row.path("id").asInt())) {
            throw new IllegalArgumentException("duplicate id of " + type.name() + ": " + row.path("id"));
        }
        columns = columns.plus(row);
        return put(row);
    }

    @Override
    public synchronized Optional<Item> find(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public synchronized List<Item> list(ItemQuery query) {
        List<Item> known = results.get(query);
        if (known == null) {
            if (results.size() == QUERIES) {
                results.clear();
            }
            known = query.select(byId.values(), columns);
            results.put(query, known);
        }
        return known;
    }

    @Override
    public synchronized List<Item> all() {
        return List.copyOf(byId.values());
    }

    @Override
    public synchronized Item add(ObjectNode fields) {
        learn(fields);
        return put(columns.stored(fields));
    }

    private Item put(ObjectNode row) {
        int id = row.path("id").asInt() > 0 ? row.path("id").asInt() : lastId + 1;
        ObjectNode fields = JsonNodeFactory.instance.objectNode().put("id", id);
        fields.setAll(row);
        fields.put("id", id);
        Item item = new Item(id, fields);
        byId.put(id, item);
        lastId = Math.max(lastId, id);
        results.clear();
        return item;
    }

    @Override
    public synchronized void update(int id, ObjectNode changes) {
        learn(changes);
        byId.computeIfPresent(id, (same, item) -> item.with(columns.stored(changes)));
        results.clear();
    }

    private void learn(ObjectNode fields) {
        if (!type.closed()) {
            columns = columns.plusSimple(fields);
        }
    }

    @Override
    public synchronized void purge(int id) {
        byId.remove(id);
        results.clear();
    }
}
