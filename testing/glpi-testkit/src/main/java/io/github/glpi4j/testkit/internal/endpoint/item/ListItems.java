package io.github.glpi4j.testkit.internal.endpoint.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.ApiResponse;
import io.github.glpi4j.testkit.internal.api.GlpiError;
import io.github.glpi4j.testkit.internal.api.ItemAccess;
import io.github.glpi4j.testkit.internal.api.PhpFailure;
import io.github.glpi4j.testkit.internal.php.Parameters;
import io.github.glpi4j.testkit.internal.state.GlpiVersion;
import io.github.glpi4j.testkit.internal.state.Session;
import io.github.glpi4j.testkit.internal.state.item.Item;
import io.github.glpi4j.testkit.internal.state.item.ItemQuery;
import io.github.glpi4j.testkit.internal.state.item.ItemTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lists the items of a type, or those of them that belong to another item. */
final class ListItems {
    private final ApiRequest request;
    private final Session session;
    private final GlpiVersion version;
    private final ItemAccess access;

    ListItems(ApiRequest request, Session session) {
        this.request = request;
        this.session = session;
        this.version = request.state().version();
        this.access = new ItemAccess(request, session);
    }

    ApiResponse answer(ItemPath path) {
        ItemTable table = path.table();
        if (!access.allowsReading(table)) {
            throw GlpiError.rightMissing(version);
        }
        Page page = Page.of(request, session);
        List<Item> found = access.readable(table, table.list(query(path)));
        List<Item> rows = page.rows(found, version);
        ApiResponse response = ApiResponse.json(page.status(found.size()), json(path, rows))
                .with("Accept-Range", path.name() + " 1000");
        return found.isEmpty() ? response : response.with("Content-Range", page.contentRange(found.size()));
    }

    private ArrayNode json(ItemPath path, List<Item> rows) {
        ItemTable table = path.table();
        ArrayNode list = JsonNodeFactory.instance.arrayNode(rows.size());
        ItemJson json = new ItemJson(request);
        boolean onlyIds = request.parameters().isTruthy("only_id");
        for (Item item : rows) {
            ObjectNode row = onlyIds ? json.writeId(table, item) : json.write(table, item);
            list.add(path.hasOldName() ? OldFollowup.rename(row) : row);
        }
        return list;
    }

    private ItemQuery query(ItemPath path) {
        ItemTable table = path.table();
        Parameters parameters = request.parameters();
        return new ItemQuery(
                parameters.isTruthy("is_deleted"),
                table.isInEntities() ? access.visible() : null,
                parent(path),
                texts(table),
                sort(table),
                descending());
    }

    private Map<String, JsonNode> parent(ItemPath path) {
        ItemTable parent = path.parent();
        if (parent == null) {
            return Map.of();
        }
        Item item = new ReadItems(request, session).find(parent, path.parentId());
        String type = parent.type().name();
        String key = request.state().items().foreignKey(type);
        if (path.table().columns().contain(key)) {
            return Map.of(key, IntNode.valueOf(item.id()));
        }
        String keyOfChild =
                request.state().items().foreignKey(path.table().type().name());
        if (parent.columns().contain(keyOfChild)) {
            return Map.of("id", parent.columns().value(item, keyOfChild));
        }
        return path.table().columns().contain("itemtype")
                        && path.table().columns().contain("items_id")
                ? Map.of("itemtype", TextNode.valueOf(type), "items_id", IntNode.valueOf(item.id()))
                : Map.of();
    }

    private Map<String, String> texts(ItemTable table) {
        Map<String, String> texts = new HashMap<>();
        for (Map.Entry<String, JsonNode> field :
                request.parameters().get("searchText").properties()) {
            String name = field.getKey().equals("all") ? "name" : field.getKey();
            if (!table.columns().contain(name)) {
                if (version.isBefore10()) {
                    throw new PhpFailure();
                }
                throw GlpiError.documented(
                        400,
                        "ERROR_FIELD_NOT_FOUND",
                        "Field " + name + " is not valid for " + table.type().name() + " item.");
            }
            texts.put(name, field.getValue().asText());
        }
        return texts;
    }

    private String sort(ItemTable table) {
        String sort = request.parameters().isSet("sort") ? request.parameters().text("sort") : "id";
        if (!table.columns().contain(sort)) {
            throw GlpiError.documented(400, "ERROR", "sort param is not a field of " + table(table));
        }
        return sort;
    }

    private String table(ItemTable table) {
        String key = request.state().items().foreignKey(table.type().name());
        return "glpi_" + key.substring(0, key.length() - "_id".length());
    }

    private boolean descending() {
        String order =
                request.parameters().isSet("order") ? request.parameters().text("order") : "ASC";
        if (!order.equalsIgnoreCase("ASC") && !order.equalsIgnoreCase("DESC")) {
            throw GlpiError.documented(400, "ERROR", "order must be DESC or ASC");
        }
        return order.equalsIgnoreCase("DESC");
    }
}
