package io.github.glpi4j.internal.ticket;

import io.github.glpi4j.Call;
import io.github.glpi4j.internal.call.CallOptions;
import io.github.glpi4j.internal.call.DefaultCall;
import io.github.glpi4j.internal.call.DelegatingCall;
import io.github.glpi4j.internal.call.SessionCaller;
import io.github.glpi4j.internal.http.InputChecks;
import io.github.glpi4j.internal.item.DefaultItems;
import io.github.glpi4j.internal.item.ItemValues;
import io.github.glpi4j.item.WriteResult;
import io.github.glpi4j.ticket.AddTask;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds a task. */
record AddTaskCall(SessionCaller session, String itemtype, Map<String, @Nullable Object> fields, CallOptions options)
        implements AddTask, DelegatingCall<WriteResult> {

    private static final int TO_DO = 1;
    private static final int DONE = 2;

    static AddTask of(SessionCaller session, ItilType type, long id, String content) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put(type.foreignKey(), id);
        fields.put("content", content);
        fields.put("state", TO_DO);
        CallOptions options = CallOptions.within(session.dispatcher().callLimit());
        return new AddTaskCall(session, type.task(), fields, options);
    }

    @Override
    public AddTask makePrivate() {
        return field("is_private", 1);
    }

    @Override
    public AddTask done() {
        return field("state", DONE);
    }

    @Override
    public AddTask technician(long userId) {
        return field("users_id_tech", InputChecks.checkPositive("id of a user", userId));
    }

    @Override
    public AddTask technicianGroup(long groupId) {
        return field("groups_id_tech", InputChecks.checkPositive("id of a group", groupId));
    }

    @Override
    public AddTask timeSpent(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("the time spent is negative: " + duration);
        }
        return field("actiontime", duration.toSeconds());
    }

    /** GLPI derives the time spent from a plan only, not from the fields of the table (CommonITILTask). */
    @Override
    public AddTask planned(LocalDateTime begin, LocalDateTime end) {
        if (!begin.isBefore(end)) {
            throw new IllegalArgumentException("a plan begins before it ends: " + begin + ", " + end);
        }
        return field("plan", Map.of("begin", begin, "end", end));
    }

    @Override
    public AddTask field(String name, @Nullable Object value) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(fields);
        all.put(name, ItemValues.json(name, value));
        return new AddTaskCall(session, itemtype, all, options);
    }

    @Override
    public AddTask timeout(Duration timeout) {
        return new AddTaskCall(session, itemtype, fields, options.timeout(timeout));
    }

    @Override
    public AddTask header(String name, String value) {
        return new AddTaskCall(session, itemtype, fields, options.header(name, value));
    }

    @Override
    public Call<WriteResult> delegate() {
        return options.call(
                session.dispatcher(),
                toString(),
                DefaultCall.stepsOf(DefaultItems.of(session, itemtype).add(fields)));
    }

    /** Without the fields, which may be confidential. */
    @Override
    public String toString() {
        return "addItems " + itemtype;
    }
}
