package io.github.glpi4j.testkit.internal.endpoint.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.Sanitizer;
import io.github.glpi4j.testkit.internal.php.Parameters;
import io.github.glpi4j.testkit.internal.state.item.Columns;
import io.github.glpi4j.testkit.internal.state.item.Item;
import io.github.glpi4j.testkit.internal.state.item.ItemStore;
import io.github.glpi4j.testkit.internal.state.item.ItemTable;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes items as the parameters of a request demand. */
final class ItemJson {
    private final ItemStore items;
    private final String apiUrl;
    private final UnaryOperator<String> encoder;
    private final UnaryOperator<String> nestedEncoder;
    private final boolean before10;
    private final boolean links;
    private final boolean expand;
    private final JsonNode keysNames;

    ItemJson(ApiRequest request) {
        Parameters parameters = request.parameters();
        items = request.state().items();
        apiUrl = request.apiUrl();
        encoder = Sanitizer.of(request);
        nestedEncoder = request.state().version()::encode;
        before10 = request.state().version().isBefore10();
        links = !parameters.isSet("get_hateoas") || parameters.isTruthy("get_hateoas");
        expand = parameters.isTruthy("expand_dropdowns");
        keysNames = parameters.get("add_keys_names");
    }

    /** Returns an item of a list, with its links if they are wanted. */
    ObjectNode write(ItemTable table, Item item) {
        return write(table, item, table.columns().listRow(item), JsonNodeFactory.instance.objectNode());
    }

    /** Returns only the id of an item, and its links if they are wanted. */
    ObjectNode writeId(ItemTable table, Item item) {
        ObjectNode row = JsonNodeFactory.instance.objectNode().put("id", item.id());
        if (links && !table.type().children().isEmpty()) {
            addChildren(row.putArray("links"), table, item);
        }
        return row;
    }

    /** Returns a single item, with lists of related items, which precede the links. */
    ObjectNode write(ItemTable table, Item item, ObjectNode related) {
        return write(table, item, table.columns().row(item), related);
    }

    private ObjectNode write(ItemTable table, Item item, ObjectNode row, ObjectNode related) {
        ArrayNode hrefs = JsonNodeFactory.instance.arrayNode();
        ObjectNode names = JsonNodeFactory.instance.objectNode();
        if (links || expand || !keysNames.isEmpty()) {
            for (Map.Entry<String, JsonNode> field : row.properties()) {
                referred(row, field.getKey()).ifPresent(target -> follow(field, target, hrefs, names));
                if (links
                        && field.getKey().equals("items_id_target")
                        && field.getValue().asInt() > 0) {
                    // GLPI does not know that the type is in another column.
                    link(hrefs, null, "/" + field.getValue().asInt());
                }
            }
        }
        encode(table, row);
        row.setAll(related);
        if (!names.isEmpty()) {
            row.set("_keys_names", names);
        }
        if (links) {
            addChildren(hrefs, table, item);
            row.set("links", hrefs);
        }
        if (hrefs.isEmpty()) {
            row.remove("links");
        }
        return row;
    }

    private Optional<ItemTable> referred(ObjectNode row, String key) {
        return key.equals("items_id") ? items.table(row.path("itemtype").asText()) : items.referredBy(key);
    }

    private void follow(Map.Entry<String, JsonNode> field, ItemTable target, ArrayNode hrefs, ObjectNode names) {
        JsonNode value = field.getValue();
        if (!value.isInt() || (value.intValue() <= 0 && !field.getKey().equals("entities_id"))) {
            if (expand && before10 && value.isInt()) {
                field.setValue(TextNode.valueOf(""));
            }
            return;
        }
        if (links) {
            link(hrefs, target.type().name(), path(target) + "/" + value.intValue());
        }
        if (isWanted(field.getKey())) {
            // GLPI looks the name up by the value, which is a name already if it was expanded.
            names.put(field.getKey(), expand ? "" : encoder.apply(name(target, value.intValue())));
        }
        if (expand) {
            field.setValue(TextNode.valueOf(name(target, value.intValue())));
        }
    }

    private boolean isWanted(String key) {
        for (JsonNode name : keysNames) {
            if (name.asText().equals(key)) {
                return true;
            }
        }
        return false;
    }

    private static String name(ItemTable target, int id) {
        Optional<Item> found = target.find(id);
        Columns columns = target.columns();
        return found.map(item -> columns.value(item, "completename").asText(""))
                .filter(name -> !name.isEmpty() && !name.equals("null"))
                .or(() -> found.map(item -> columns.value(item, "name").asText("")))
                .orElse("");
    }

    private void addChildren(ArrayNode hrefs, ItemTable table, Item item) {
        for (String child : table.type().children()) {
            link(hrefs, child, path(table) + "/" + item.id() + "/" + child + "/");
        }
    }

    private static String path(ItemTable table) {
        return table.type().name();
    }

    private void link(ArrayNode hrefs, @Nullable String type, String path) {
        hrefs.addObject().put("rel", type).put("href", apiUrl + "/" + path);
    }

    private void encode(ItemTable table, ObjectNode row) {
        for (Map.Entry<String, JsonNode> field : row.properties()) {
            // GLPI builds these names itself and does not encode them.
            boolean plain =
                    field.getKey().equals("completename") && table.type().name().equals("Entity");
            if (field.getValue().isTextual() && !plain) {
                field.setValue(TextNode.valueOf(encoder.apply(field.getValue().textValue())));
            }
        }
    }

    /** Encodes all texts within a value; GLPI never decodes them on request. */
    JsonNode nested(JsonNode value) {
        if (value.isTextual()) {
            return TextNode.valueOf(nestedEncoder.apply(value.textValue()));
        }
        if (value instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), nested(field.getValue())));
            return copy;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> copy.add(nested(element)));
            return copy;
        }
        return value;
    }
}
