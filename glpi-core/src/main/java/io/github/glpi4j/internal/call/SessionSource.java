package io.github.glpi4j.internal.call;

import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.session.SessionContext;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The session in which calls are sent. */
public interface SessionSource {

    /** Sends an operation in the session. */
    <T extends @Nullable Object> CompletionStage<T> send(Execution execution, Operation<T> operation);

    /**
     * Sends an operation that moves the session to another profile or other entities.
     *
     * @param change applied to the context in which later sessions are opened
     */
    default CompletionStage<@Nullable Void> change(
            Execution execution, Operation<@Nullable Void> operation, UnaryOperator<SessionContext> change) {
        return send(execution, operation).whenComplete((done, failure) -> cache().clear());
    }

    /** {@return what calls of this session have read and need not read again} */
    SessionCache cache();

    /** Ends the session on the server. */
    CompletionStage<@Nullable Void> kill(Execution execution);
}
