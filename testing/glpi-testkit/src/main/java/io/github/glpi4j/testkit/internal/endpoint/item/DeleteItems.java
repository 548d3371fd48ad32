package io.github.glpi4j.testkit.internal.endpoint.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.ItemWrite.Action;
import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.ApiResponse;
import io.github.glpi4j.testkit.internal.api.GlpiError;
import io.github.glpi4j.testkit.internal.api.ItemAccess;
import io.github.glpi4j.testkit.internal.api.Rights;
import io.github.glpi4j.testkit.internal.endpoint.itil.ItilHook;
import io.github.glpi4j.testkit.internal.endpoint.itil.ItilHooks;
import io.github.glpi4j.testkit.internal.state.Session;
import io.github.glpi4j.testkit.internal.state.item.Item;
import io.github.glpi4j.testkit.internal.state.item.ItemTable;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Moves items to the trash, or purges them. */
final class DeleteItems {
    /** PHP's words for true. */
    private static final Set<String> TRUE = Set.of("1", "true", "on", "yes");

    private final ApiRequest request;
    private final ItemAccess access;
    private final ItemRules rules;
    private final ItilHooks hooks;

    DeleteItems(ApiRequest request, Session session) {
        this.request = request;
        this.access = new ItemAccess(request, session);
        this.rules = new ItemRules(request);
        this.hooks = new ItilHooks(request, session);
    }

    ApiResponse answer(ItemPath path) {
        JsonNode input = path.id() == null
                ? request.parameters().get("input")
                : ReadItems.object().put("id", path.id());
        if (!input.isContainerNode()) {
            throw GlpiError.badArray();
        }
        ItemTable table = path.table();
        if (!table.isWritable()) {
            throw Unsupported.error("deleting items of the type " + table.type().name());
        }
        boolean purge = TRUE.contains(request.parameters().text("force_purge").toLowerCase(Locale.ROOT));
        BulkResult result = new BulkResult("DELETE", input);
        if (input instanceof ObjectNode one) {
            delete(table, one, purge, result);
        } else {
            input.forEach(each -> delete(table, each, purge, result));
        }
        return result.error().orElseGet(() -> ApiResponse.json(200, result.rows()));
    }

    private void delete(ItemTable table, JsonNode input, boolean purge, BulkResult result) {
        JsonNode id = input.path("id");
        if (id.isMissingNode() || id.isNull()) {
            return;
        }
        Item item = ItemPath.find(table, ItemPath.id(id.asText())).orElse(null);
        Optional<String> refusal = item == null ? Optional.of("Item not found") : delete(table, item, purge);
        if (refusal.isPresent()) {
            result.countFailure();
        }
        result.addRow().put(id.asText(), refusal.isEmpty()).put("message", refusal.orElse(""));
    }

    /** Deletes an item and returns the message of a refusal. */
    Optional<String> delete(ItemTable table, Item item, boolean purgeIsWanted) {
        boolean template = table.columns().value(item, "is_template").asInt() != 0;
        boolean purge = purgeIsWanted || template || !table.hasTrash();
        ItilHook hook = hooks.of(table);
        if (!hook.canDelete()) {
            return Optional.of("");
        }
        Optional<String> refusal = access.mayWrite(table, item, purge ? Rights.PURGE : Rights.DELETE)
                ? rules.refusal(purge ? Action.PURGE : Action.DELETE, table, item)
                : Optional.of(GlpiError.NO_PERMISSION);
        if (refusal.isEmpty() && purge) {
            table.purge(item.id());
            hook.afterPurge(item);
        } else if (refusal.isEmpty()) {
            table.update(item.id(), ReadItems.object().put("is_deleted", 1));
        }
        return refusal;
    }
}
