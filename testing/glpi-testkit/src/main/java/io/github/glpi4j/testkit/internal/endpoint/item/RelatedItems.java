package io.github.glpi4j.testkit.internal.endpoint.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.state.item.Item;
import io.github.glpi4j.testkit.internal.state.item.ItemQuery;
import io.github.glpi4j.testkit.internal.state.item.ItemTable;
import java.util.LinkedHashMap;
import java.util.Map;

/** The lists that an item contains on request, such as {@code _notes} for {@code with_notes}. */
final class RelatedItems {
    /** The lists, and the type of their items, empty if FakeGlpi knows only lists that were added with the item. */
    private static final Map<String, String> TYPES = types();

    private final ApiRequest request;
    private final ItemJson json;

    RelatedItems(ApiRequest request, ItemJson json) {
        this.request = request;
        this.json = json;
    }

    private static Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("devices", "");
        types.put("disks", "Item_Disk");
        types.put("softwares", "Item_SoftwareVersion");
        types.put("connections", "");
        types.put("networkports", "");
        types.put("infocoms", "Infocom");
        types.put("contracts", "Contract_Item");
        types.put("documents", "Document_Item");
        types.put("tickets", "Item_Ticket");
        types.put("problems", "");
        types.put("changes", "");
        types.put("notes", "Notepad");
        types.put("logs", "Log");
        return types;
    }

    ObjectNode of(ItemTable table, Item item) {
        ObjectNode lists = JsonNodeFactory.instance.objectNode();
        TYPES.forEach((name, type) -> {
            if (request.parameters().isTruthy("with_" + name)) {
                JsonNode own = item.value("_" + name);
                lists.set("_" + name, json.nested(own == null ? children(type, table, item) : own));
            }
        });
        return lists;
    }

    private JsonNode children(String type, ItemTable parent, Item item) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        request.state()
                .items()
                .table(type)
                .ifPresent(table -> table.list(childrenOf(parent.type().name(), item))
                        .forEach(child -> rows.add(table.columns().row(child))));
        // An item has one set of financial data, which is not in a list.
        return type.equals("Infocom") && !rows.isEmpty() ? rows.get(0) : rows;
    }

    private static ItemQuery childrenOf(String type, Item item) {
        Map<String, JsonNode> parent =
                Map.of("itemtype", TextNode.valueOf(type), "items_id", IntNode.valueOf(item.id()));
        return new ItemQuery(false, null, parent, Map.of(), "id", false);
    }
}
