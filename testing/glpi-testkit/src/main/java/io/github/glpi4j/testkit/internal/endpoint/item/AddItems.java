package io.github.glpi4j.testkit.internal.endpoint.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.ItemWrite.Action;
import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.ApiResponse;
import io.github.glpi4j.testkit.internal.api.GlpiError;
import io.github.glpi4j.testkit.internal.api.ItemAccess;
import io.github.glpi4j.testkit.internal.api.Rights;
import io.github.glpi4j.testkit.internal.api.Sanitizer;
import io.github.glpi4j.testkit.internal.endpoint.itil.ItilHook;
import io.github.glpi4j.testkit.internal.endpoint.itil.ItilHooks;
import io.github.glpi4j.testkit.internal.php.PhpText;
import io.github.glpi4j.testkit.internal.php.PhpTime;
import io.github.glpi4j.testkit.internal.state.Scope;
import io.github.glpi4j.testkit.internal.state.Session;
import io.github.glpi4j.testkit.internal.state.item.Item;
import io.github.glpi4j.testkit.internal.state.item.ItemTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Adds one item or several. */
final class AddItems {
    /** Types whose author is the user of the session. */
    private static final Set<String> AUTHORED =
            Set.of("Document", "ITILFollowup", "ITILSolution", "Notepad", "TicketTask", "ChangeTask", "ProblemTask");

    /** A buffer of nginx. */
    private static final int MAX_HEADER = 8 * 1024;

    private final ApiRequest request;
    private final Session session;
    private final ItemAccess access;
    private final ItemRules rules;
    private final ItilHooks hooks;
    private final UnaryOperator<String> encoder;

    AddItems(ApiRequest request, Session session) {
        this.request = request;
        this.session = session;
        this.access = new ItemAccess(request, session);
        this.rules = new ItemRules(request);
        this.hooks = new ItilHooks(request, session);
        this.encoder = Sanitizer.of(request);
    }

    ApiResponse answer(ItemPath path) {
        ItemTable table = path.table();
        JsonNode input = request.parameters().get("input");
        if (!input.isContainerNode()) {
            throw GlpiError.badArray();
        }
        if (!table.isWritable()) {
            throw Unsupported.error("adding items of the type " + table.type().name());
        }
        BulkResult result = new BulkResult("ADD", input);
        List<String> urls = new ArrayList<>();
        if (input instanceof ObjectNode one) {
            add(path, one, result, urls);
        } else {
            input.forEach(
                    each -> add(path, each instanceof ObjectNode fields ? fields : ReadItems.object(), result, urls));
        }
        return result.error().orElseGet(() -> success(result, urls));
    }

    private static ApiResponse success(BulkResult result, List<String> urls) {
        if (result.isSingle()) {
            return ApiResponse.json(201, result.rows().get(0)).with("location", urls.get(0));
        }
        String link = String.join(",", urls);
        // The items exist, but the web server cannot forward the header.
        return link.length() > MAX_HEADER
                ? ApiResponse.ofWebServer(502, "Bad Gateway")
                : ApiResponse.json(201, result.rows()).with("link", link);
    }

    private void add(ItemPath path, ObjectNode input, BulkResult result, List<String> urls) {
        ItemTable table = path.table();
        ObjectNode fields = new StoredInput(request).convert(path.hasOldName() ? OldFollowup.current(input) : input);
        fields.remove("id");
        setDefaults(table, fields);
        Item item = new Item(0, fields);
        ItilHook hook = hooks.of(table);
        Optional<String> refusal = access.mayWrite(table, item, Rights.CREATE) && hook.mayAdd(fields)
                ? hook.beforeAdd(fields).or(() -> rules.refusal(Action.ADD, table, item))
                : Optional.of(GlpiError.NO_PERMISSION);
        if (refusal.isPresent()) {
            result.countFailure();
            result.addRow().put("id", false).put("message", refusal.get());
            return;
        }
        Item added = table.add(fields);
        hook.afterAdd(added, fields);
        int id = hook.shownId(added);
        urls.add(request.apiUrl() + "/" + path.name() + "/" + id);
        result.addRow().put("id", id).put("message", hook.message(added, name(table, added)));
    }

    private void setDefaults(ItemTable table, ObjectNode fields) {
        Scope scope = session.scope();
        setDefault(table, fields, "entities_id", scope == null ? 0 : scope.entity());
        setDefault(table, fields, "users_id_recipient", session.user().id());
        setDefault(table, fields, "users_id_lastupdater", session.user().id());
        if (AUTHORED.contains(table.type().name())) {
            setDefault(table, fields, "users_id", session.user().id());
        }
        String now = PhpTime.now(request.state().clock());
        for (String time : List.of("date_mod", "date_creation", "date")) {
            if (table.columns().contain(time) && !fields.hasNonNull(time)) {
                fields.put(time, now);
            }
        }
    }

    private static void setDefault(ItemTable table, ObjectNode fields, String name, int value) {
        if (table.columns().contain(name) && !fields.hasNonNull(name)) {
            fields.put(name, value);
        }
    }

    private String name(ItemTable table, Item item) {
        String name = table.columns().value(item, "name").asText("");
        if (name.isEmpty() || name.equals("null")) {
            return table.type().label() + " - ID " + item.id();
        }
        return request.state().version().isFrom11() ? PhpText.htmlspecialchars(name) : encoder.apply(name);
    }
}
