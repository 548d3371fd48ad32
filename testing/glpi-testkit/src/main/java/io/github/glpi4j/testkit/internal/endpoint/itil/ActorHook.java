package io.github.glpi4j.testkit.internal.endpoint.itil;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.internal.state.item.Item;
import java.util.Map;
import java.util.Optional;

/** The actors of tickets, changes and problems, added one by one. */
final class ActorHook implements ItilHook {
    private final Itil itil;
    private final ItilType type;
    private final String table;
    private final String actor;

    /** The actor is an itemtype, such as {@code User}. */
    ActorHook(Itil itil, ItilType type, String table, String actor) {
        this.itil = itil;
        this.type = type;
        this.table = table;
        this.actor = actor;
    }

    @Override
    public boolean mayAdd(ObjectNode fields) {
        JsonNode id = fields.path(Actor.key(actor));
        boolean known = id.asInt() == 0
                ? actor.equals("User")
                        && !fields.path("alternative_email").asText("").isEmpty()
                : itil.item(actor, id.asInt()).isPresent();
        return known && itil.readable(type, fields.path(type.key())).isPresent();
    }

    @Override
    public Optional<String> beforeAdd(ObjectNode fields) {
        if (!fields.hasNonNull("type")) {
            fields.put("type", Actor.REQUESTER);
        }
        int id = fields.path(Actor.key(actor)).asInt();
        if (id > 0 && !itil.rows(table, same(fields, id)).isEmpty()) {
            return Optional.of("");
        }
        String email = fields.path("alternative_email").asText("");
        return email.isEmpty() || Actor.isEmail(email) ? Optional.empty() : Optional.of("Invalid email address");
    }

    private Map<String, JsonNode> same(ObjectNode fields, int id) {
        return Map.of(
                type.key(),
                fields.path(type.key()),
                "type",
                fields.path("type"),
                Actor.key(actor),
                IntNode.valueOf(id));
    }

    @Override
    public void afterAdd(Item added, ObjectNode input) {
        itil.find(type, input.path(type.key()))
                .ifPresent(object -> object.assigned(input.path("type").asInt()));
    }

    @Override
    public String message(Item added, String name) {
        return "";
    }

    /** Without assigned actors, an open object is new again. */
    @Override
    public void afterPurge(Item purged) {
        JsonNode parent = itil.table(table).columns().value(purged, type.key());
        itil.find(type, parent).ifPresent(object -> {
            int status = object.status();
            boolean open = status != ItilType.SOLVED && status != ItilType.CLOSED;
            if (open && !object.isAssigned() && !type.isNew(status)) {
                object.update(Itil.object().put("status", ItilType.INCOMING));
            } else {
                object.touch(true);
            }
        });
    }
}
