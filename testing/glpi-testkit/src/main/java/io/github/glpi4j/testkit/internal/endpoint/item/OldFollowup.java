package io.github.glpi4j.testkit.internal.endpoint.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Follow-ups of tickets under their name before GLPI 9.4, which GLPI translates. */
final class OldFollowup {
    static final String NAME = "TicketFollowup";
    static final String CURRENT_NAME = "ITILFollowup";

    private OldFollowup() {}

    /** Returns what a client sends, in current fields. */
    static ObjectNode current(ObjectNode input) {
        ObjectNode fields = input.deepCopy();
        JsonNode ticket = fields.remove("tickets_id");
        if (ticket != null) {
            fields.set("items_id", ticket);
        }
        return fields.hasNonNull("itemtype") ? fields : fields.put("itemtype", "Ticket");
    }

    /** Renames the fields of a row; a new name is the last one. */
    static ObjectNode rename(ObjectNode row) {
        JsonNode ticket = row.remove("items_id");
        row.remove(Set.of("itemtype", "sourceitems_id", "sourceof_items_id"));
        if (ticket != null) {
            row.set("tickets_id", ticket);
        }
        return row;
    }

    /** The same for a single row, in which links have the old name, too. */
    static ObjectNode renameAll(ObjectNode row) {
        for (JsonNode link : row.path("links")) {
            String href = link.path("href").asText();
            ((ObjectNode) link).put("href", href.replace(CURRENT_NAME, NAME));
        }
        return rename(row);
    }
}
