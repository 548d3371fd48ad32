package io.github.glpi4j.testkit.internal.endpoint.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.ItemWrite.Action;
import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.ApiResponse;
import io.github.glpi4j.testkit.internal.api.GlpiError;
import io.github.glpi4j.testkit.internal.api.ItemAccess;
import io.github.glpi4j.testkit.internal.api.PhpFailure;
import io.github.glpi4j.testkit.internal.api.Rights;
import io.github.glpi4j.testkit.internal.endpoint.itil.ItilHook;
import io.github.glpi4j.testkit.internal.endpoint.itil.ItilHooks;
import io.github.glpi4j.testkit.internal.php.PhpTime;
import io.github.glpi4j.testkit.internal.state.Session;
import io.github.glpi4j.testkit.internal.state.item.Item;
import io.github.glpi4j.testkit.internal.state.item.ItemTable;
import java.util.Map;
import java.util.Optional;

/** Changes fields of one item or several. */
final class UpdateItems {
    private final ApiRequest request;
    private final ItemAccess access;
    private final ItemRules rules;
    private final ItilHooks hooks;

    UpdateItems(ApiRequest request, Session session) {
        this.request = request;
        this.access = new ItemAccess(request, session);
        this.rules = new ItemRules(request);
        this.hooks = new ItilHooks(request, session);
    }

    ApiResponse answer(ItemPath path) {
        JsonNode input = withId(path);
        if (!input.isContainerNode()) {
            throw GlpiError.badArray();
        }
        ItemTable table = path.table();
        if (path.hasOldName() && input instanceof ObjectNode fields) {
            input = OldFollowup.current(fields);
        }
        if (!table.isWritable()) {
            throw Unsupported.error("updating items of the type " + table.type().name());
        }
        BulkResult result = new BulkResult("UPDATE", input);
        if (input instanceof ObjectNode one) {
            update(table, one, result);
        } else {
            input.forEach(
                    each -> update(table, each instanceof ObjectNode fields ? fields : ReadItems.object(), result));
        }
        return result.error().orElseGet(() -> ApiResponse.json(200, result.rows()));
    }

    /** Adds the id of the path to the input, which must be an object; before GLPI 11 PHP fails otherwise. */
    private JsonNode withId(ItemPath path) {
        JsonNode input = request.parameters().get("input");
        boolean entities = path.table().type().name().equals("Entity");
        boolean hasId = path.id() != null && path.id() > 0;
        if (!request.parameters().isSet("input") || (!hasId && !entities)) {
            return input;
        }
        if (input instanceof ObjectNode fields) {
            return fields.hasNonNull("id") ? fields : fields.deepCopy().put("id", path.id() == null ? 0 : path.id());
        }
        if (!request.state().version().isFrom11() || !input.isArray()) {
            throw new PhpFailure();
        }
        return input;
    }

    private void update(ItemTable table, ObjectNode input, BulkResult result) {
        JsonNode id = input.path("id");
        if (id.isMissingNode() || id.isNull()) {
            result.addNothing();
            return;
        }
        Item item = ItemPath.find(table, ItemPath.id(id.asText())).orElse(null);
        if (item == null) {
            // GLPI adds no row, so that rows and input do not match.
            result.countFailure();
            return;
        }
        Optional<String> refusal = update(table, item, input);
        if (refusal.isPresent()) {
            result.countFailure();
        }
        result.addRow().put(Integer.toString(item.id()), refusal.isEmpty()).put("message", refusal.orElse(""));
    }

    /** Changes fields of an item and returns the message of a refusal. */
    Optional<String> update(ItemTable table, Item item, ObjectNode input) {
        ObjectNode sent = new StoredInput(request).convert(input);
        ObjectNode changes = changes(table, item, sent);
        ItilHook hook = hooks.of(table);
        Optional<String> refusal = access.mayWrite(table, item, Rights.UPDATE) && hook.mayUpdate(item)
                ? hook.beforeUpdate(item, sent, changes)
                        .or(() -> rules.refusal(Action.UPDATE, table, item.with(changes)))
                : Optional.of(GlpiError.NO_PERMISSION);
        if (refusal.isEmpty() && !changes.isEmpty()) {
            table.update(item.id(), changes);
            hook.afterUpdate(item, changes);
        }
        return refusal;
    }

    /** Keeps what differs; only then does GLPI change the item's time. */
    private ObjectNode changes(ItemTable table, Item item, ObjectNode input) {
        ObjectNode changes = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : input.properties()) {
            boolean same = table.columns().value(item, field.getKey()).equals(field.getValue());
            if (!same && !field.getKey().equals("id")) {
                changes.set(field.getKey(), field.getValue());
            }
        }
        if (!changes.isEmpty() && table.columns().contain("date_mod") && !changes.has("date_mod")) {
            changes.put("date_mod", PhpTime.now(request.state().clock()));
        }
        return changes;
    }
}
