package io.github.glpi4j.testkit.internal.state.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table. Fields without a value have the default of their column.
 *
 * @param id the id
 * @param fields the fields with a value; never modified
 */
public record Item(int id, ObjectNode fields) {

    /** Returns the value of a field, null if it has none of its own. */
    public @Nullable JsonNode value(String field) {
        return fields.get(field);
    }

    /** Returns a copy with other values for some fields. */
    public Item with(ObjectNode changes) {
        ObjectNode changed = fields.deepCopy();
        changed.setAll(changes);
        changed.put("id", id);
        return new Item(id, changed);
    }
}
