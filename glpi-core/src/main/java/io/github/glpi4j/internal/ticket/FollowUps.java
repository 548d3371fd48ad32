package io.github.glpi4j.internal.ticket;

import io.github.glpi4j.Call;
import io.github.glpi4j.internal.call.DefaultCall;
import io.github.glpi4j.internal.call.SessionCaller;
import io.github.glpi4j.internal.http.CallFailure;
import io.github.glpi4j.internal.item.DefaultItems;
import io.github.glpi4j.item.WriteResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Adds follow-ups, which had another name before GLPI 9.4. */
final class FollowUps {

    static final String NAME = "ITILFollowup";
    static final String OLD_NAME = "TicketFollowup";

    private FollowUps() {}

    /**
     * The call that adds a follow-up.
     *
     * @param more fields other than those that name the object
     */
    static Call<WriteResult> add(SessionCaller session, ItilType type, long id, Map<String, ?> more) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(more);
        fields.put("itemtype", type.itemtype());
        fields.put("items_id", id);
        Call<WriteResult> call = DefaultItems.of(session, NAME).add(fields);
        if (type != ItilType.TICKET) {
            return call;
        }
        Map<String, @Nullable Object> oldFields = new LinkedHashMap<>(more);
        oldFields.put(type.foreignKey(), id);
        Call<WriteResult> old = DefaultItems.of(session, OLD_NAME).add(oldFields);
        return session.call(
                call.toString(),
                execution -> DefaultCall.stepsOf(call)
                        .run(execution)
                        .handle((added, failure) -> failure == null
                                ? CompletableFuture.completedStage(added)
                                : isUnknownType(failure)
                                        ? DefaultCall.stepsOf(old).run(execution)
                                        : CompletableFuture.<WriteResult>failedStage(failure))
                        .thenCompose(added -> added));
    }

    /** GLPI looks the type up before it does anything. */
    static boolean isUnknownType(Throwable failure) {
        return CallFailure.unwrap(failure) instanceof CallFailure refused
                && refused.code()
                        .filter(code -> code.endsWith("NOT_FOUND_NOR_COMMONDBTM"))
                        .isPresent();
    }
}
