package io.github.glpi4j.testkit.internal.state.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.internal.state.item.ItemStore;
import io.github.glpi4j.testkit.internal.state.item.ItemTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The search options of each itemtype. Those of the most used types are GLPI's, from the JSON resources next to this class;
 * the others have the usual options for which they have a column.
 */
public final class SearchOptions {
    private final boolean from11;
    private final ItemStore items;
    /** Null until the first use. */
    private @Nullable JsonNode known;

    public SearchOptions(boolean from11, ItemStore items) {
        this.from11 = from11;
        this.items = items;
    }

    /** Returns the options in GLPI's order, by their ids. */
    public Map<String, SearchOption> of(ItemTable table) {
        String type = table.type().name();
        JsonNode listed = known().path(type);
        Map<String, SearchOption> options = new LinkedHashMap<>();
        if (listed.isMissingNode()) {
            addUsual(table, options);
        }
        for (Map.Entry<String, JsonNode> entry : listed.properties()) {
            JsonNode raw = entry.getValue().path("raw");
            options.put(
                    entry.getKey(),
                    new SearchOption(
                            entry.getKey(),
                            raw.isMissingNode() ? entry.getValue() : raw,
                            entry.getValue().path("types").asText(""),
                            entry.getValue().path("uid").asText("")));
        }
        return Collections.unmodifiableMap(options);
    }

    private synchronized JsonNode known() {
        if (known == null) {
            known = json(from11 ? "options-11.json" : "options.json");
        }
        return known;
    }

    private void addUsual(ItemTable table, Map<String, SearchOption> options) {
        String type = table.type().name();
        String ownTable = "glpi_" + items.foreignKey(type).replaceFirst("_id$", "");
        ObjectNode heading = JsonNodeFactory.instance.objectNode().put("name", "Characteristics");
        options.put("common", new SearchOption("common", heading, "", ""));
        for (JsonNode usual : json("usual.json")) {
            String column = usual.path("column").textValue();
            if (table.columns().contain(column)) {
                String id = usual.path("id").textValue();
                ObjectNode raw = JsonNodeFactory.instance.objectNode();
                raw.put("table", usual.path("table").asText(ownTable));
                raw.put("field", usual.path("field").asText(column));
                raw.set("name", usual.path("name"));
                raw.set("datatype", usual.path("datatype"));
                raw.put("linkfield", column);
                raw.putArray("joinparams");
                String types = usual.path("types").textValue() + (from11 ? " empty" : "");
                options.put(
                        id,
                        new SearchOption(
                                id, raw, types, type + "." + usual.path("uid").asText(column)));
            }
        }
    }

    private static JsonNode json(String file) {
        try (InputStream in = SearchOptions.class.getResourceAsStream(file)) {
            return new JsonMapper().readTree(Objects.requireNonNull(in, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
