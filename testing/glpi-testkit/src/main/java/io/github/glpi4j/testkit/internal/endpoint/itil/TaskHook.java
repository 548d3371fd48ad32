package io.github.glpi4j.testkit.internal.endpoint.itil;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.glpi4j.testkit.internal.state.item.Columns;
import io.github.glpi4j.testkit.internal.state.item.Item;
import java.util.Optional;
import java.util.UUID;

/** The tasks of tickets, changes and problems. */
final class TaskHook implements ItilHook {
    private static final int TO_DO = 1;

    private final Itil itil;
    private final ItilType type;

    TaskHook(Itil itil, ItilType type) {
        this.itil = itil;
        this.type = type;
    }

    /** Before GLPI 11, closed tickets get no tasks. */
    @Override
    public boolean mayAdd(ObjectNode fields) {
        boolean closedIsEnd = type == ItilType.TICKET && !itil.isFrom11();
        return itil.readable(type, fields.path(type.key()))
                .filter(object -> !closedIsEnd || !type.isClosed(object.status()))
                .isPresent();
    }

    @Override
    public Optional<String> beforeAdd(ObjectNode fields) {
        if (fields.path("content").asText("").isEmpty()) {
            return Optional.of(itil.message("You can't add a task without description."));
        }
        if (!fields.hasNonNull("uuid")) {
            fields.put("uuid", UUID.randomUUID().toString());
        }
        itil.find(type, fields.path(type.key()))
                .ifPresent(object -> fields.put("timeline_position", object.timelinePosition()));
        return plan(fields);
    }

    /** Sets the times and the duration from a plan, which has an end or a duration. */
    private Optional<String> plan(ObjectNode fields) {
        JsonNode plan = fields.path("plan");
        if (!plan.isObject()) {
            return Optional.empty();
        }
        JsonNode begin = plan.path("begin");
        JsonNode end = plan.hasNonNull("end")
                ? plan.path("end")
                : itil.time(begin)
                        .map(start -> itil.text(
                                start.plusSeconds(plan.path("_duration").asLong())))
                        .<JsonNode>map(TextNode::valueOf)
                        .orElse(begin);
        long duration = itil.seconds(begin, end);
        if (duration < 0) {
            return Optional.of("Error in entering dates. The starting date is later than the ending date");
        }
        fields.set("begin", begin);
        fields.set("end", end);
        fields.put("actiontime", duration);
        return Optional.empty();
    }

    @Override
    public void afterAdd(Item added, ObjectNode input) {
        parent(added).ifPresent(object -> {
            object.touch(true);
            if (object.isReopenedByAnswer()) {
                object.reopen();
            }
            plannedWork(object);
        });
    }

    private Optional<ItilObject> parent(Item task) {
        return itil.find(type, columns().value(task, type.key()));
    }

    private Columns columns() {
        return itil.table(type.task()).columns();
    }

    /** Sums up the durations, and the status that follows planned tasks. */
    private void plannedWork(ItilObject object) {
        long duration = object.parts(type.task()).stream()
                .mapToLong(task -> columns().value(task, "actiontime").asLong())
                .sum();
        itil.table(type.itemtype()).update(object.id(), Itil.object().put("actiontime", duration));
        boolean planned = object.parts(type.task()).stream().anyMatch(this::isPlanned);
        int status = object.status();
        if (planned && type.isAssignable() && (status == ItilType.INCOMING || status == ItilType.ASSIGNED)) {
            object.update(Itil.object().put("status", ItilType.PLANNED));
        }
    }

    private boolean isPlanned(Item task) {
        return columns().value(task, "state").asInt() == TO_DO
                && !columns().value(task, "begin").isNull();
    }

    @Override
    public String message(Item added, String name) {
        return "";
    }

    @Override
    public Optional<String> beforeUpdate(Item item, ObjectNode input, ObjectNode changes) {
        if (input.has("content") && input.path("content").asText("").isEmpty()) {
            return Optional.of(itil.message("You can't remove description of a task."));
        }
        return plan(changes);
    }

    @Override
    public void afterUpdate(Item before, ObjectNode changes) {
        parent(before).ifPresent(object -> {
            object.touch(true);
            plannedWork(object);
        });
    }

    @Override
    public void afterPurge(Item purged) {
        parent(purged).ifPresent(object -> {
            object.touch(true);
            plannedWork(object);
        });
    }
}
