package io.github.glpi4j.testkit.internal.state.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A search option, or the heading of a group of them.
 *
 * @param id the number, or the key of a heading
 * @param raw what GLPI knows about it; without a table for a heading
 * @param searchTypes the search types, separated by spaces
 * @param uid the name for clients
 */
public record SearchOption(String id, JsonNode raw, String searchTypes, String uid) {

    public boolean isHeading() {
        return !raw.has("table");
    }

    public String table() {
        return text("table");
    }

    public String field() {
        return text("field");
    }

    public String datatype() {
        return text("datatype");
    }

    public String linkField() {
        return text("linkfield");
    }

    /** Whether a flag such as {@code nosearch} is set. */
    public boolean is(String flag) {
        return raw.path(flag).asBoolean();
    }

    JsonNode joinParameters() {
        return raw.path("joinparams");
    }

    private String text(String name) {
        return raw.path(name).asText("");
    }

    /** Returns what {@code listSearchOptions} shows without {@code raw}. */
    public JsonNode summary() {
        if (isHeading()) {
            return raw;
        }
        ObjectNode summary = JsonNodeFactory.instance.objectNode();
        summary.put("name", text("name"));
        summary.put("table", table());
        summary.put("field", field());
        summary.put("datatype", datatype());
        summary.put("nosearch", is("nosearch"));
        summary.put("nodisplay", is("nodisplay"));
        ArrayNode types = summary.putArray("available_searchtypes");
        if (!searchTypes.isEmpty()) {
            for (String type : searchTypes.split(" ", -1)) {
                types.add(type);
            }
        }
        return summary.put("uid", uid);
    }
}
