package io.github.glpi4j.testkit.internal.state.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A condition, or a group of them.
 *
 * @param or whether it is linked to the conditions before it by OR, which binds less than AND
 * @param negated whether its link has a NOT
 * @param meta the itemtype of linked items that it applies to; empty for the items themselves
 * @param field the id of a search option
 * @param searchType the search type; GLPI takes unknown ones for {@code contains}
 * @param value the searched value
 * @param group the conditions of a group; empty otherwise
 */
public record Criterion(
        boolean or,
        boolean negated,
        String meta,
        String field,
        String searchType,
        String value,
        List<Criterion> group) {

    /** Reads a list of conditions; those without a value have no effect. */
    public static List<Criterion> read(JsonNode list) {
        List<Criterion> criteria = new ArrayList<>();
        for (JsonNode node : list) {
            List<Criterion> group = read(node.path("criteria"));
            String value = text(node.path("value"));
            if (!group.isEmpty() || !value.isEmpty()) {
                String link = node.path("link").asText("AND");
                boolean meta = node.path("meta").asBoolean()
                        || node.path("meta").asText().equals("1");
                criteria.add(new Criterion(
                        link.startsWith("OR"),
                        link.matches("(AND|OR) NOT"),
                        meta ? node.path("itemtype").asText("") : "",
                        node.path("field").asText(""),
                        node.path("searchtype").asText(""),
                        value,
                        group));
            }
        }
        return List.copyOf(criteria);
    }

    private static String text(JsonNode value) {
        return value.isBoolean() ? (value.booleanValue() ? "1" : "") : value.isNull() ? "" : value.asText("");
    }
}
