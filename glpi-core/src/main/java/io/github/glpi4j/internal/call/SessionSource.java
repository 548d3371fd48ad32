package io.github.glpi4j.internal.call;

import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.internal.session.SessionOperations;
import io.github.glpi4j.session.SessionContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where the calls of a session get its token from. */
public interface SessionSource {

    /** Sends an operation with the session's token. */
    <T extends @Nullable Object> CompletionStage<T> send(Execution pipeline, Function<String, Operation<T>> operation);

    /**
     * Sends an operation that moves the session to another profile or entity.
     *
     * @param name the operation's
     * @param change what a session that is opened later has to enter
     */
    default CompletionStage<@Nullable Void> change(
            Execution pipeline,
            String name,
            Function<String, Operation<@Nullable Void>> operation,
            UnaryOperator<SessionContext> change) {
        return send(pipeline, operation);
    }

    /** Ends the session on the server. */
    CompletionStage<@Nullable Void> kill(Execution pipeline);

    /** A session that was opened elsewhere: used with its token as it is, neither renewed nor ended by itself. */
    record Attached(String token) implements SessionSource {

        @Override
        public <T extends @Nullable Object> CompletionStage<T> send(
                Execution pipeline, Function<String, Operation<T>> operation) {
            return pipeline.send(operation.apply(token));
        }

        @Override
        public CompletionStage<@Nullable Void> kill(Execution pipeline) {
            return pipeline.send(SessionOperations.kill(token));
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /** A completed stage without a value. */
    static CompletionStage<@Nullable Void> done() {
        return CompletableFuture.completedFuture(null);
    }
}
