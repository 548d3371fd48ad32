package io.github.glpi4j.testkit.internal.state.item;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Satisfaction surveys, which GLPI finds by the id of the ticket. */
public final class SurveyItems implements ItemTable {
    private final ItemTable table;

    public SurveyItems(ItemTable table) {
        this.table = table;
    }

    @Override
    public ItemType type() {
        return table.type();
    }

    @Override
    public Columns columns() {
        return table.columns();
    }

    @Override
    public Optional<Item> find(int ticket) {
        Map<String, IntNode> equal = Map.of("tickets_id", IntNode.valueOf(ticket));
        return list(new ItemQuery(false, null, Map.copyOf(equal), Map.of(), "id", false)).stream()
                .findFirst();
    }

    @Override
    public List<Item> list(ItemQuery query) {
        return table.list(query);
    }

    @Override
    public List<Item> all() {
        return table.all();
    }

    @Override
    public Item load(ObjectNode row) {
        return table.load(row);
    }

    @Override
    public Item add(ObjectNode fields) {
        return table.add(fields);
    }

    @Override
    public void update(int id, ObjectNode changes) {
        table.update(id, changes);
    }

    @Override
    public void purge(int id) {
        table.purge(id);
    }
}
