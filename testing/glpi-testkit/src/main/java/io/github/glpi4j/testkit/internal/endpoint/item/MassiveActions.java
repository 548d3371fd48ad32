package io.github.glpi4j.testkit.internal.endpoint.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.ApiResponse;
import io.github.glpi4j.testkit.internal.api.GlpiError;
import io.github.glpi4j.testkit.internal.api.ItemAccess;
import io.github.glpi4j.testkit.internal.api.PhpFailure;
import io.github.glpi4j.testkit.internal.api.Rights;
import io.github.glpi4j.testkit.internal.state.Session;
import io.github.glpi4j.testkit.internal.state.item.Item;
import io.github.glpi4j.testkit.internal.state.item.ItemTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The massive actions of a type, from the JSON resources next to this class or, for other types, the usual ones. */
public final class MassiveActions {
    private final ItemAccess access;
    private final boolean from11;
    private final JsonNode data;

    MassiveActions(ApiRequest request, Session session) {
        this.access = new ItemAccess(request, session);
        this.from11 = request.state().version().isFrom11();
        this.data = json(from11 ? "massive-actions-11.json" : "massive-actions.json");
    }

    /** Answers {@code getMassiveActions}, for a type or one of its items. */
    public static ApiResponse list(ApiRequest request, Session session) {
        ItemTable table = table(request);
        boolean trash = request.parameters().isTruthy("is_deleted");
        if (request.path().size() > 2) {
            String id = request.path().get(2);
            Item item = ItemPath.find(table, ItemPath.id(id))
                    .orElseThrow(() -> GlpiError.documented(
                            400,
                            "ERROR_ITEM_NOT_FOUND",
                            "Failed to load item (itemtype = '" + table.type().name() + "', id = '" + id + "')"));
            trash = table.columns().value(item, "is_deleted").asInt() != 0;
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        new MassiveActions(request, session)
                .of(table, trash)
                .forEach((key, label) -> list.addObject().put("key", key).put("label", label));
        return list.isEmpty() ? ApiResponse.empty(200) : ApiResponse.json(200, list);
    }

    /** Answers {@code getMassiveActionParameters}. GLPI fails for some actions. */
    public static ApiResponse parameters(ApiRequest request, Session session) {
        ItemTable table = table(request);
        String key = key(request);
        if (key.matches("[^:]*:update(:.*)?")) {
            return ApiResponse.json(200, JsonNodeFactory.instance.arrayNode());
        }
        MassiveActions actions = new MassiveActions(request, session);
        if (!actions.of(table, request.parameters().isTruthy("is_deleted")).containsKey(key)) {
            throw invalidKey();
        }
        JsonNode parameters = actions.data.path("parameters").path(key);
        if (parameters.isNull()) {
            throw new PhpFailure();
        }
        return ApiResponse.json(200, parameters.isMissingNode() ? JsonNodeFactory.instance.arrayNode() : parameters);
    }

    static ItemTable table(ApiRequest request) {
        if (request.state().version().isBefore10()) {
            throw GlpiError.unknownType();
        }
        if (request.path().size() < 2) {
            throw GlpiError.documented(
                    400,
                    "ERROR_MASSIVEACTION_NOT_FOUND",
                    "Unable to get massive actions for itemtype ''. Please check that it is a valid itemtype.");
        }
        return request.state().items().table(request.path().get(1)).orElseThrow(GlpiError::unknownType);
    }

    static String key(ApiRequest request) {
        if (request.path().size() < 3) {
            throw keyError("Missing action key");
        }
        return request.path().get(2);
    }

    static GlpiError invalidKey() {
        return keyError("Invalid action key parameter");
    }

    private static GlpiError keyError(String text) {
        return GlpiError.documented(
                400, "ERROR_MASSIVEACTION_KEY", text + ", run 'getMassiveActions' endpoint to see available keys");
    }

    /** Returns the keys and labels of the actions that the session may perform. */
    Map<String, String> of(ItemTable table, boolean trash) {
        String type = table.type().name();
        JsonNode known = data.path("actions").path(trash ? type + "/trash" : type);
        Map<String, String> actions = new LinkedHashMap<>();
        known.properties()
                .forEach(
                        action -> actions.put(action.getKey(), action.getValue().asText()));
        if (known.isMissingNode()) {
            addUsual(table, trash, actions);
        }
        actions.keySet().removeIf(key -> !access.allows(table, right(key)));
        return actions;
    }

    private static int right(String key) {
        return switch (key) {
            case "MassiveAction:delete", "MassiveAction:restore" -> Rights.DELETE;
            case "MassiveAction:purge", "MassiveAction:purge_but_item_linked", "MassiveAction:purge_item_but_devices" ->
                Rights.PURGE;
            case "MassiveAction:clone" -> Rights.CREATE;
            default -> Rights.UPDATE;
        };
    }

    private void addUsual(ItemTable table, boolean trash, Map<String, String> actions) {
        if (trash && table.hasTrash()) {
            actions.put("MassiveAction:purge", "Delete permanently");
            actions.put("MassiveAction:restore", "Restore");
            return;
        }
        actions.put("MassiveAction:update", "Update");
        if (from11) {
            actions.put("MassiveAction:clone", "Clone");
        }
        if (table.hasTrash()) {
            actions.put("MassiveAction:delete", "Put in trashbin");
        } else {
            actions.put("MassiveAction:purge", "Delete permanently");
        }
        if (table.columns().contain("comment")) {
            actions.put("MassiveAction:amend_comment", "Amend comment");
        }
    }

    private static JsonNode json(String file) {
        try (InputStream in = MassiveActions.class.getResourceAsStream(file)) {
            return new JsonMapper().readTree(Objects.requireNonNull(in, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
