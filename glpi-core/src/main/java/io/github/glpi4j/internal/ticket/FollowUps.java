package io.github.glpi4j.internal.ticket;

import io.github.glpi4j.Call;
import io.github.glpi4j.internal.call.DefaultCall;
import io.github.glpi4j.internal.call.SessionCaller;
import io.github.glpi4j.internal.http.CallFailure;
import io.github.glpi4j.internal.item.DefaultItems;
import io.github.glpi4j.item.WriteResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
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
        Map<String, @Nullable Object> oldFields = new LinkedHashMap<>(more);
        oldFields.put(type.foreignKey(), id);
        return session.call(
                call.toString(),
                execution -> orOldName(
                        type,
                        DefaultCall.stepsOf(call).run(execution),
                        () -> DefaultCall.stepsOf(
                                        DefaultItems.of(session, OLD_NAME).add(oldFields))
                                .run(execution)));
    }

    /** Continues under the old name if GLPI does not know the new one; it looks the type up before it does anything. */
    static <T> CompletionStage<T> orOldName(
            ItilType type, CompletionStage<T> underNewName, Supplier<CompletionStage<T>> underOldName) {
        return underNewName
                .handle((value, failure) -> failure != null && type == ItilType.TICKET && isUnknownType(failure)
                        ? underOldName.get()
                        : underNewName)
                .thenCompose(stage -> stage);
    }

    private static boolean isUnknownType(Throwable failure) {
        return CallFailure.codeOf(failure)
                .filter(code -> code.endsWith("NOT_FOUND_NOR_COMMONDBTM"))
                .isPresent();
    }
}
