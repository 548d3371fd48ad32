package io.github.glpi4j.testkit.internal.state.item;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The columns of a table in order, with their default values; immutable. */
public final class Columns {
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, JsonNode> defaults;

    private Columns(Map<String, JsonNode> defaults) {
        this.defaults = Collections.unmodifiableMap(defaults);
    }

    static Columns of(Iterable<String> names, Map<String, JsonNode> defaults) {
        Map<String, JsonNode> columns = new LinkedHashMap<>();
        names.forEach(name -> columns.put(name, defaults.getOrDefault(name, usualDefault(name))));
        return new Columns(columns);
    }

    /** GLPI's convention: 0 for keys and flags, null for other columns. */
    private static JsonNode usualDefault(String name) {
        boolean number = name.equals("id") || name.startsWith("is_") || name.endsWith("_id") || name.contains("s_id_");
        return number ? IntNode.valueOf(0) : NullNode.getInstance();
    }

    public boolean contain(String name) {
        return defaults.containsKey(name);
    }

    /** Adds the fields of a row that have no column. */
    Columns plus(ObjectNode row) {
        Map<String, JsonNode> more = null;
        for (Map.Entry<String, JsonNode> field : row.properties()) {
            if (!contain(field.getKey()) && isColumn(field.getKey())) {
                more = more == null ? new LinkedHashMap<>(defaults) : more;
                more.put(field.getKey(), usualDefault(field.getKey()));
            }
        }
        return more == null ? this : new Columns(more);
    }

    /** The same without fields that no column can store. */
    Columns plusSimple(ObjectNode input) {
        boolean known = input.properties().stream()
                .allMatch(field -> contain(field.getKey()) || field.getValue().isContainerNode());
        if (known) {
            return this;
        }
        ObjectNode simple = input.deepCopy();
        input.properties().stream()
                .filter(field -> field.getValue().isContainerNode())
                .forEach(field -> simple.remove(field.getKey()));
        return plus(simple);
    }

    /** An underscore marks a field that is not stored in the table. */
    private static boolean isColumn(String name) {
        return !name.startsWith("_");
    }

    /** Returns the value of a field; missing if there is no such column. */
    public JsonNode value(Item item, String name) {
        JsonNode own = item.value(name);
        return own != null ? own : Objects.requireNonNullElse(defaults.get(name), MissingNode.getInstance());
    }

    /** Returns a new object with all columns of a row, but none of the fields that are stored elsewhere. */
    public ObjectNode row(Item item) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        defaults.forEach((name, value) -> {
            JsonNode own = item.value(name);
            row.set(name, own == null ? value : own);
        });
        return row;
    }

    /** Returns the same without lists, which GLPI loads only with a single item. */
    public ObjectNode listRow(Item item) {
        ObjectNode row = row(item);
        defaults.forEach((name, value) -> {
            if (value.isContainerNode()) {
                row.remove(name);
            }
        });
        return row;
    }

    /** Converts a row to Java values. */
    public static Map<String, @Nullable Object> toMap(ObjectNode row) {
        return Collections.unmodifiableMap(
                JSON.convertValue(row, new TypeReference<Map<String, @Nullable Object>>() {}));
    }

    /** Keeps the fields that have a column, converted to its type. */
    public ObjectNode stored(ObjectNode input) {
        ObjectNode stored = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : input.properties()) {
            JsonNode column = defaults.get(field.getKey());
            JsonNode value = field.getValue();
            if (column != null && column.isArray()) {
                stored.set(field.getKey(), list(value));
            } else if (column != null && !value.isContainerNode()) {
                stored.set(field.getKey(), column.isNumber() ? number(value) : value);
            }
        }
        return stored;
    }

    /** A single key counts as a list of one, and 0 as none. */
    private static JsonNode list(JsonNode value) {
        if (value.isContainerNode()) {
            return value;
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        JsonNode key = number(value);
        return key.asInt() == 0 ? list : list.add(key);
    }

    private static JsonNode number(JsonNode value) {
        if (value.isBoolean()) {
            return IntNode.valueOf(value.booleanValue() ? 1 : 0);
        }
        return value.isTextual() && value.textValue().matches("-?\\d{1,9}")
                ? IntNode.valueOf(Integer.parseInt(value.textValue()))
                : value;
    }
}
