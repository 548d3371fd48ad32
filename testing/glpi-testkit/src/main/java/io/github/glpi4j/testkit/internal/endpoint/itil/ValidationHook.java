package io.github.glpi4j.testkit.internal.endpoint.itil;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.internal.state.item.Columns;
import io.github.glpi4j.testkit.internal.state.item.Item;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Approval requests for tickets and changes, and their answers. */
final class ValidationHook implements ItilHook {
    private static final int WAITING = 2;
    private static final int ACCEPTED = 3;
    private static final int REFUSED = 4;

    private static final List<String> FIXED = List.of(
            "entities_id",
            "is_recursive",
            "itils_validationsteps_id",
            "users_id",
            "itemtype_target",
            "items_id_target",
            "submission_date");

    private static final List<String> ANSWER = List.of("status", "comment_validation", "validation_date");

    private final Itil itil;
    private final ItilType type;

    ValidationHook(Itil itil, ItilType type) {
        this.itil = itil;
        this.type = type;
    }

    @Override
    public boolean mayAdd(ObjectNode fields) {
        return type != ItilType.TICKET
                || itil.find(type, fields.path(type.key()))
                        .filter(object -> type.isClosed(object.status()))
                        .isEmpty();
    }

    @Override
    public Optional<String> beforeAdd(ObjectNode fields) {
        Optional<ItilObject> parent = itil.find(type, fields.path(type.key()));
        Optional<String> refusal = itil.isFrom11() ? refusalOf11(fields, parent) : refusal(fields, parent);
        if (refusal.isPresent()) {
            return refusal;
        }
        fields.put("users_id", itil.user()).put("submission_date", itil.now()).put("status", WAITING);
        parent.ifPresent(object -> {
            fields.set("entities_id", object.value("entities_id"));
            fields.put("timeline_position", object.timelinePosition());
        });
        return Optional.empty();
    }

    private static Optional<String> refusal(ObjectNode fields, Optional<ItilObject> parent) {
        boolean asked = fields.path("users_id_validate").asInt() > 0;
        return asked && parent.isPresent() ? Optional.empty() : Optional.of("");
    }

    /** GLPI 11 first creates a step for the approval, then decides whom it asks. */
    private Optional<String> refusalOf11(ObjectNode fields, Optional<ItilObject> parent) {
        if (!fields.hasNonNull(type.key())) {
            return Optional.of("Parent item " + type.itemtype() + " #null is invalid.");
        }
        if (parent.isEmpty()) {
            return Optional.of("Failed to create approval step of type " + type.validation() + "Step");
        }
        if (fields.path("itemtype_target").asText("").isEmpty()
                && fields.path("users_id_validate").asInt() > 0) {
            fields.put("itemtype_target", "User");
            fields.set("items_id_target", fields.remove("users_id_validate"));
        }
        boolean asked = !fields.path("itemtype_target").asText("").isEmpty()
                && fields.path("items_id_target").asInt() > 0;
        fields.put("itils_validationsteps_id", step(parent.get()));
        return asked ? Optional.empty() : Optional.of("");
    }

    /** All approvals of an object belong to one step. */
    private int step(ItilObject object) {
        List<Item> own = object.parts(type.validation());
        if (!own.isEmpty()) {
            return columns().value(own.get(0), "itils_validationsteps_id").asInt();
        }
        return Stream.of("TicketValidation", "ChangeValidation")
                        .flatMap(table -> itil.table(table).all().stream())
                        .mapToInt(row ->
                                columns().value(row, "itils_validationsteps_id").asInt())
                        .max()
                        .orElse(0)
                + 1;
    }

    private Columns columns() {
        return itil.table(type.validation()).columns();
    }

    @Override
    public void afterAdd(Item added, ObjectNode input) {
        itil.find(type, input.path(type.key())).ifPresent(object -> setGlobalStatus(object, WAITING));
    }

    private static void setGlobalStatus(ItilObject object, int status) {
        if (object.value("global_validation").asInt() != status) {
            object.update(Itil.object().put("global_validation", status));
        }
    }

    @Override
    public String message(Item added, String name) {
        return "";
    }

    /** As of GLPI 11, an answer is final. */
    @Override
    public boolean mayUpdate(Item item) {
        return !itil.isFrom11() || columns().value(item, "status").asInt() == WAITING;
    }

    @Override
    public Optional<String> beforeUpdate(Item item, ObjectNode input, ObjectNode changes) {
        boolean asked = isAsked(item);
        if (itil.isFrom11()) {
            changes.remove(FIXED);
            changes.remove(type.key());
            if (!asked) {
                changes.remove(ANSWER);
            }
        }
        if (!asked || !input.hasNonNull("status")) {
            return Optional.empty();
        }
        int status = input.path("status").asInt();
        if (status == REFUSED && input.path("comment_validation").asText("").isEmpty()) {
            return Optional.of("If approval is denied, specify a reason.");
        }
        if (status == WAITING) {
            changes.putNull("validation_date");
        } else {
            changes.put("validation_date", itil.now());
        }
        return Optional.empty();
    }

    private boolean isAsked(Item item) {
        Columns columns = columns();
        JsonNode user = itil.isFrom11()
                        && columns.value(item, "itemtype_target").asText().equals("User")
                ? columns.value(item, "items_id_target")
                : columns.value(item, "users_id_validate");
        return user.asInt() == itil.user();
    }

    @Override
    public void afterUpdate(Item before, ObjectNode changes) {
        if (changes.has("status")) {
            parent(before).ifPresent(this::computeGlobalStatus);
        }
    }

    /** Before GLPI 11, deleting a request changes nothing else. */
    @Override
    public void afterPurge(Item purged) {
        if (itil.isFrom11()) {
            parent(purged).ifPresent(this::computeGlobalStatus);
        }
    }

    private Optional<ItilObject> parent(Item validation) {
        return itil.find(type, columns().value(validation, type.key()));
    }

    /** One acceptance is enough before GLPI 11; later all have to accept, and one refusal decides. */
    private void computeGlobalStatus(ItilObject object) {
        List<Integer> statuses = object.parts(type.validation()).stream()
                .map(row -> columns().value(row, "status").asInt())
                .toList();
        boolean accepted = itil.isFrom11()
                ? statuses.stream().allMatch(status -> status == ACCEPTED)
                : statuses.contains(ACCEPTED);
        setGlobalStatus(object, accepted ? ACCEPTED : statuses.contains(REFUSED) ? REFUSED : WAITING);
    }
}
