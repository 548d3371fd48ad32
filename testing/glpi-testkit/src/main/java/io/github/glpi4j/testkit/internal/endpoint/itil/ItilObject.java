package io.github.glpi4j.testkit.internal.endpoint.itil;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.glpi4j.testkit.internal.state.item.Item;
import io.github.glpi4j.testkit.internal.state.item.ItemTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stored ticket, change or problem, and its parts. */
final class ItilObject {
    private static final int ADD_TASKS = 4096;
    private static final int ADD_FOLLOWUPS = 4 | 2048 | 4096;
    private static final int LEFT = 1;
    private static final int RIGHT = 4;
    private static final int REFUSED = 4;

    private final Itil itil;
    private final ItilType type;
    private final int id;

    ItilObject(Itil itil, ItilType type, int id) {
        this.itil = itil;
        this.type = type;
        this.id = id;
    }

    ItilType type() {
        return type;
    }

    int id() {
        return id;
    }

    Item item() {
        return itil.item(type.itemtype(), id).orElseGet(() -> new Item(id, Itil.object()));
    }

    JsonNode value(String field) {
        return itil.table(type.itemtype()).columns().value(item(), field);
    }

    int status() {
        return value("status").asInt();
    }

    /** Returns the parts that refer to this object by its own key. */
    List<Item> parts(String part) {
        return itil.rows(part, Map.of(type.key(), IntNode.valueOf(id)));
    }

    /** Returns the parts that refer to any item, such as solutions. */
    List<Item> entries(String part) {
        return itil.rows(part, Map.of("itemtype", TextNode.valueOf(type.itemtype()), "items_id", IntNode.valueOf(id)));
    }

    Optional<Item> lastSolution() {
        List<Item> solutions = entries("ITILSolution");
        return solutions.isEmpty() ? Optional.empty() : Optional.of(solutions.get(solutions.size() - 1));
    }

    /** Whether the user of the session has a role. */
    boolean isUser(int role) {
        return !itil.rows(
                        type.users(),
                        Map.of(
                                type.key(),
                                IntNode.valueOf(id),
                                "type",
                                IntNode.valueOf(role),
                                "users_id",
                                IntNode.valueOf(itil.user())))
                .isEmpty();
    }

    boolean isAssigned() {
        Map<String, JsonNode> assigned =
                Map.of(type.key(), IntNode.valueOf(id), "type", IntNode.valueOf(Actor.ASSIGNED));
        return type.actors().stream()
                .anyMatch(actors -> !itil.rows(actors, assigned).isEmpty());
    }

    /** The side of the timeline for what the user of the session adds. */
    int timelinePosition() {
        boolean answers = !isUser(Actor.REQUESTER) && isUser(Actor.ASSIGNED);
        return answers ? RIGHT : LEFT;
    }

    /** Adds those actors that exist, once each. */
    void addActors(List<Actor> actors) {
        for (Actor actor : actors) {
            ItemTable table = itil.table(actor.table(type));
            Map<String, JsonNode> same = new HashMap<>();
            same.put(type.key(), IntNode.valueOf(id));
            same.put("type", IntNode.valueOf(actor.role()));
            same.put(Actor.key(actor.type()), IntNode.valueOf(actor.id()));
            if (actor.id() == 0) {
                same.put("alternative_email", actor.email());
            }
            ObjectNode row = actor.row();
            List<Item> known = itil.rows(actor.table(type), same);
            if (!known.isEmpty()) {
                table.update(known.get(0).id(), row);
            } else if (exists(actor)) {
                table.add(row.put(type.key(), id));
                assigned(actor.role());
            }
        }
    }

    private boolean exists(Actor actor) {
        String email = actor.email().asText();
        boolean valid = email.isEmpty() || email.equals("null") || Actor.isEmail(email);
        return valid && (actor.id() == 0 || itil.item(actor.type(), actor.id()).isPresent());
    }

    /** Changes what depends on a new actor. */
    void assigned(int role) {
        touch(role == Actor.ASSIGNED);
        if (role == Actor.ASSIGNED && type.isAssignable() && type.isNew(status())) {
            update(Itil.object().put("status", ItilType.ASSIGNED));
        }
    }

    /** Notes that a part changed; the first work on a ticket takes it into account. */
    void touch(boolean work) {
        ObjectNode changes = stamp(Itil.object());
        if (work) {
            takeIntoAccount(changes);
        }
        itil.table(type.itemtype()).update(id, changes);
    }

    private ObjectNode stamp(ObjectNode changes) {
        return changes.put("date_mod", itil.now()).put("users_id_lastupdater", itil.user());
    }

    private void takeIntoAccount(ObjectNode changes) {
        if (type == ItilType.TICKET && value("takeintoaccount_delay_stat").asInt() == 0 && canTakeIntoAccount()) {
            long delay = itil.seconds(value("date"), TextNode.valueOf(itil.now()));
            changes.put("takeintoaccountdate", itil.now()).put("takeintoaccount_delay_stat", Math.max(1, delay));
        }
    }

    private boolean canTakeIntoAccount() {
        if (isUser(Actor.ASSIGNED)) {
            return true;
        }
        return !isUser(Actor.REQUESTER)
                && (itil.hasRight("task", ADD_TASKS) || itil.hasRight("followup", ADD_FOLLOWUPS));
    }

    /** Changes fields, and what depends on them. */
    void update(ObjectNode changes) {
        Item before = item();
        complete(changes);
        itil.table(type.itemtype()).update(id, changes);
        changed(before, changes);
    }

    /** Completes changes of this object's fields. */
    void complete(ObjectNode changes) {
        stamp(changes);
        int status = changes.has("status") ? changes.path("status").asInt() : status();
        if (!type.isNew(status)) {
            takeIntoAccount(changes);
        }
        if (changes.has("status")) {
            new StatusChange(itil, this).complete(changes);
        }
    }

    /** Changes what depends on this object's fields. */
    void changed(Item before, ObjectNode changes) {
        int from = itil.table(type.itemtype()).columns().value(before, "status").asInt();
        int to = status();
        if (from == to) {
            return;
        }
        boolean done = type.isSolved(to) || type.isClosed(to);
        if (!done && (type.isSolved(from) || type.isClosed(from))) {
            answerSolution(REFUSED);
            if (type == ItilType.TICKET) {
                parts("TicketSatisfaction")
                        .forEach(survey -> itil.table("TicketSatisfaction").purge(survey.id()));
            }
        }
        if (done && type == ItilType.TICKET) {
            openDuplicates().forEach(other -> other.update(Itil.object().put("status", to)));
        }
    }

    void answerSolution(int answer) {
        ObjectNode changes = Itil.object()
                .put("status", answer)
                .put("users_id_approval", itil.user())
                .put("date_approval", itil.now());
        lastSolution().ifPresent(solution -> itil.table("ITILSolution").update(solution.id(), changes));
    }

    List<ItilObject> openDuplicates() {
        return TicketLinkHook.linked(itil, id, TicketLinkHook.DUPLICATE).stream()
                .map(other -> new ItilObject(itil, type, other))
                .filter(other -> other.status() != ItilType.SOLVED && other.status() != ItilType.CLOSED)
                .toList();
    }

    /** Opens this object again after an answer. */
    void reopen() {
        int status = type.isAssignable() && isAssigned() ? ItilType.ASSIGNED : ItilType.INCOMING;
        update(Itil.object().put("status", status));
    }

    /** Whether an answer of the session's user opens this object again. */
    boolean isReopenedByAnswer() {
        return type.isReopenable(status()) && isUser(Actor.REQUESTER) && !isUser(Actor.ASSIGNED);
    }
}
