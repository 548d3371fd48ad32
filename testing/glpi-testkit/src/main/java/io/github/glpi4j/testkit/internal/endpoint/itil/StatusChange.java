package io.github.glpi4j.testkit.internal.endpoint.itil;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** The dates and durations that follow the status of a ticket, change or problem. */
final class StatusChange {
    private final Itil itil;
    private final ItilObject object;
    private final ItilType type;
    private final String now;

    StatusChange(Itil itil, ItilObject object) {
        this.itil = itil;
        this.object = object;
        this.type = object.type();
        this.now = itil.now();
    }

    /** Completes changes that contain a status. */
    void complete(ObjectNode changes) {
        int to = changes.path("status").asInt();
        setDates(changes, to);
        wait(changes, to);
        setDelay(changes, "solvedate", "solve_delay_stat");
        setDelay(changes, "closedate", "close_delay_stat");
    }

    private void setDates(ObjectNode changes, int to) {
        if (type.isSolved(to)) {
            changes.put("solvedate", now);
        }
        if (type.isClosed(to)) {
            changes.put("closedate", now);
            if (object.value("solvedate").isNull()) {
                changes.put("solvedate", now);
            }
            return;
        }
        changes.putNull("closedate");
        if (!type.isSolved(to)) {
            changes.putNull("solvedate");
        }
    }

    private void wait(ObjectNode changes, int to) {
        int from = object.status();
        JsonNode since = object.value("begin_waiting_date");
        boolean resumes = from == ItilType.WAITING
                || (type.isSolved(from) && !type.isClosed(to))
                || (type.isClosed(from) && !type.isSolved(to) && !type.isClosed(to));
        if (!since.isNull() && resumes) {
            long waited = itil.seconds(since, TextNode.valueOf(now));
            changes.put("waiting_duration", object.value("waiting_duration").asLong() + waited);
            changes.putNull("begin_waiting_date");
        }
        if (to == ItilType.WAITING || type.isSolved(to)) {
            changes.put("begin_waiting_date", now);
        }
    }

    private void setDelay(ObjectNode changes, String date, String delay) {
        if (changes.has(date)) {
            long waited = changes.path("waiting_duration")
                    .asLong(object.value("waiting_duration").asLong());
            long passed = itil.seconds(object.value("date"), changes.path(date));
            changes.put(delay, Math.max(0, passed - waited));
        }
    }

    /** Completes the fields of a new object. */
    static void completeNew(ItilType type, ObjectNode fields) {
        int status = fields.path("status").asInt();
        String date = fields.path("date").asText();
        if (type.isClosed(status)) {
            fields.put("closedate", date);
        }
        if (type.isClosed(status) || type.isSolved(status)) {
            fields.put("solvedate", date);
        }
        if (status == ItilType.WAITING) {
            fields.put("begin_waiting_date", date);
        }
    }
}
