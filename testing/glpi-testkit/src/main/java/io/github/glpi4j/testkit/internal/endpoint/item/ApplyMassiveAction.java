package io.github.glpi4j.testkit.internal.endpoint.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.ApiResponse;
import io.github.glpi4j.testkit.internal.api.GlpiError;
import io.github.glpi4j.testkit.internal.api.ItemAccess;
import io.github.glpi4j.testkit.internal.api.PhpFailure;
import io.github.glpi4j.testkit.internal.api.Rights;
import io.github.glpi4j.testkit.internal.php.Parameters;
import io.github.glpi4j.testkit.internal.php.PhpTime;
import io.github.glpi4j.testkit.internal.state.Session;
import io.github.glpi4j.testkit.internal.state.item.Item;
import io.github.glpi4j.testkit.internal.state.item.ItemTable;
import io.github.glpi4j.testkit.internal.state.search.SearchOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Applies a massive action to items, and counts the outcomes. */
public final class ApplyMassiveAction {
    private static final List<String> SUPPORTED =
            List.of("update", "delete", "restore", "purge", "amend_comment", "add_note");

    private static final String NO_RIGHT = "Authorization error";
    private static final String FAILURE = "Error on executing the action";

    private final ApiRequest request;
    private final Session session;
    private final ItemAccess access;
    private final ItemTable table;
    private final ObjectNode input;
    private final ArrayNode messages = JsonNodeFactory.instance.arrayNode();
    private int ok;
    private int ko;
    private int noRight;

    private ApplyMassiveAction(ApiRequest request, Session session, ItemTable table) {
        this.request = request;
        this.session = session;
        this.access = new ItemAccess(request, session);
        this.table = table;
        this.input = request.parameters().get("input") instanceof ObjectNode fields ? fields : ReadItems.object();
    }

    /** GLPI does not check the HTTP method. */
    public static ApiResponse answer(ApiRequest request, Session session) {
        if (request.state().version().isBefore10()) {
            throw GlpiError.unknownType();
        }
        JsonNode ids = request.parameters().get("ids");
        if (!Parameters.isTruthy(ids)) {
            throw GlpiError.documented(400, "ERROR_MASSIVEACTION_NO_IDS", "No ids supplied");
        }
        ItemTable table = MassiveActions.table(request);
        if (!ids.isContainerNode()) {
            throw new PhpFailure();
        }
        return new ApplyMassiveAction(request, session, table).answer(MassiveActions.key(request), ids);
    }

    private ApiResponse answer(String key, JsonNode ids) {
        String[] parts = key.split(":", -1);
        if (parts.length < 2) {
            throw new PhpFailure();
        }
        String action = parts[1];
        if (!parts[0].equals("MassiveAction") || !SUPPORTED.contains(action)) {
            throw isKnown(key) ? Unsupported.error("the massive action " + key) : MassiveActions.invalidKey();
        }
        if (!table.isWritable()) {
            throw Unsupported.error(
                    "massive actions on items of the type " + table.type().name());
        }
        for (JsonNode id : ids) {
            Long number = ItemPath.id(id.asText());
            apply(action, number, ItemPath.find(table, number).orElse(null));
        }
        return response();
    }

    private boolean isKnown(String key) {
        MassiveActions actions = new MassiveActions(request, session);
        return actions.of(table, false).containsKey(key)
                || actions.of(table, true).containsKey(key);
    }

    private void apply(String action, @Nullable Long id, @Nullable Item item) {
        switch (action) {
            case "update" -> update(item);
            case "delete" -> delete(item, false);
            case "purge" -> delete(item, true);
            case "restore" -> restore(item);
            case "amend_comment" -> amend(item);
            default -> addNote(id, item);
        }
    }

    /** Without a search option of the type, GLPI does nothing. */
    private void update(@Nullable Item item) {
        String number = input.path("search_options").path(table.type().name()).asText();
        SearchOption option = request.state().searchOptions().of(table).get(number);
        if (option == null || option.isHeading()) {
            return;
        }
        String field = input.path("field").asText();
        if (item == null || !access.mayWrite(table, item, Rights.UPDATE)) {
            refuse(item);
        } else if (field.equals("id")) {
            fail(item, FAILURE);
        } else {
            change(item, field, input.path(field));
        }
    }

    private void change(Item item, String field, JsonNode value) {
        ObjectNode changes = ReadItems.object();
        if (!value.isMissingNode()) {
            changes.set(field, value);
        }
        count(item, new UpdateItems(request, session).update(table, item, changes));
    }

    private void delete(@Nullable Item item, boolean purge) {
        boolean possible = purge || table.hasTrash();
        if (item == null || !possible || !access.mayWrite(table, item, purge ? Rights.PURGE : Rights.DELETE)) {
            refuse(item);
        } else {
            count(item, new DeleteItems(request, session).delete(table, item, purge));
        }
    }

    private void restore(@Nullable Item item) {
        if (item == null || !access.mayWrite(table, item, Rights.DELETE)) {
            refuse(item);
        } else {
            table.update(item.id(), ReadItems.object().put("is_deleted", 0));
            ok++;
        }
    }

    private void amend(@Nullable Item item) {
        if (item == null || !table.columns().contain("comment")) {
            fail(item, FAILURE);
            return;
        }
        String comment = table.columns().value(item, "comment").asText("");
        String old = comment.isEmpty() || comment.equals("null") ? "" : comment + "\n\n";
        ObjectNode changes =
                ReadItems.object().put("comment", old + input.path("amendment").asText(""));
        count(item, new UpdateItems(request, session).update(table, item, changes));
    }

    /** GLPI adds notes also to items that do not exist. */
    private void addNote(@Nullable Long id, @Nullable Item item) {
        if (!access.allows(table, Rights.UPDATE)) {
            refuse(item);
            return;
        }
        String now = PhpTime.now(request.state().clock());
        ObjectNode note = ReadItems.object()
                .put("itemtype", table.type().name())
                .put("items_id", id)
                .put("content", input.path("add_note").asText(""))
                .put("users_id", session.user().id())
                .put("date_creation", now)
                .put("date_mod", now);
        request.state().items().table("Notepad").ifPresent(notes -> notes.add(note));
        ok++;
    }

    private void count(Item item, Optional<String> refusal) {
        if (refusal.isEmpty()) {
            ok++;
        } else if (refusal.get().equals(GlpiError.NO_PERMISSION)) {
            refuse(item);
        } else {
            messages.add(refusal.get());
            fail(item, FAILURE);
        }
    }

    private void refuse(@Nullable Item item) {
        noRight++;
        messages.add(link(item) + ": " + NO_RIGHT);
    }

    private void fail(@Nullable Item item, String message) {
        ko++;
        messages.add(link(item) + ": " + message);
    }

    private String link(@Nullable Item item) {
        if (item == null) {
            return "";
        }
        String name = table.columns().value(item, "name").asText("");
        String form = "/front/" + table.type().name().toLowerCase(Locale.ROOT) + ".form.php?id=" + item.id();
        return "<a href=\"" + form + "\">" + request.state().version().encode(name) + "</a>";
    }

    /** Refusals alone do not turn a partial success into 207. */
    private ApiResponse response() {
        if (ok + ko + noRight == 0) {
            throw MassiveActions.invalidKey();
        }
        ObjectNode body = ReadItems.object()
                .put("ok", ok)
                .put("noaction", 0)
                .put("ko", ko)
                .put("noright", noRight);
        body.set("messages", messages);
        return ApiResponse.json(ok == 0 ? 422 : ko == 0 ? 200 : 207, body);
    }
}
