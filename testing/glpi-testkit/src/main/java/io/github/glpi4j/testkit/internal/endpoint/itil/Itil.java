package io.github.glpi4j.testkit.internal.endpoint.itil;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.ItemAccess;
import io.github.glpi4j.testkit.internal.api.Rights;
import io.github.glpi4j.testkit.internal.php.PhpText;
import io.github.glpi4j.testkit.internal.php.PhpTime;
import io.github.glpi4j.testkit.internal.state.Session;
import io.github.glpi4j.testkit.internal.state.item.Item;
import io.github.glpi4j.testkit.internal.state.item.ItemQuery;
import io.github.glpi4j.testkit.internal.state.item.ItemTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The state, the session and the time, as the hooks need them. */
final class Itil {
    private final ApiRequest request;
    private final Session session;
    private final ItemAccess access;

    Itil(ApiRequest request, Session session) {
        this.request = request;
        this.session = session;
        this.access = new ItemAccess(request, session);
    }

    boolean isFrom11() {
        return request.state().version().isFrom11();
    }

    /** The id of the session's user. */
    int user() {
        return session.user().id();
    }

    String now() {
        return PhpTime.now(request.state().clock());
    }

    boolean hasRight(String right, int bit) {
        return Rights.allow(request, session, right, bit);
    }

    /** Returns a table that GLPI has in all versions. */
    ItemTable table(String type) {
        return request.state()
                .items()
                .table(type)
                .orElseThrow(() -> new IllegalStateException("no table of the type " + type));
    }

    boolean isType(String name) {
        return request.state().items().table(name).isPresent();
    }

    Optional<Item> item(String type, int id) {
        return request.state().items().table(type).flatMap(table -> table.find(id));
    }

    List<Item> rows(String type, Map<String, JsonNode> equal) {
        return table(type).list(new ItemQuery(false, null, equal, Map.of(), "id", false));
    }

    /** Finds an object, whether or not the session may read it. */
    Optional<ItilObject> find(ItilType type, JsonNode id) {
        return item(type.itemtype(), id.asInt()).map(item -> new ItilObject(this, type, item.id()));
    }

    /** Finds the object that {@code itemtype} and {@code items_id} name. */
    Optional<ItilObject> parent(ObjectNode fields) {
        return ItilType.of(fields.path("itemtype").asText()).flatMap(type -> find(type, fields.path("items_id")));
    }

    /** Finds an object that the session may read. */
    Optional<ItilObject> readable(ItilType type, JsonNode id) {
        ItemTable table = table(type.itemtype());
        return find(type, id).filter(object -> access.mayRead(table, object.item()));
    }

    /** Returns seconds between two times, 0 if one of them is not a time. */
    long seconds(JsonNode from, JsonNode to) {
        Optional<Instant> start = time(from);
        Optional<Instant> end = time(to);
        return start.isPresent() && end.isPresent()
                ? Duration.between(start.get(), end.get()).toSeconds()
                : 0;
    }

    Optional<Instant> time(JsonNode text) {
        return PhpTime.parse(text.asText(), request.state().clock().getZone());
    }

    String text(Instant time) {
        return PhpTime.text(time, request.state().clock().getZone());
    }

    /** As of GLPI 11, messages are encoded for HTML. */
    String message(String text) {
        return isFrom11() ? PhpText.htmlspecialchars(text) : text;
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
