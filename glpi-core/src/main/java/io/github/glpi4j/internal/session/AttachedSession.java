package io.github.glpi4j.internal.session;

import io.github.glpi4j.internal.call.Execution;
import io.github.glpi4j.internal.call.SessionCache;
import io.github.glpi4j.internal.call.SessionSource;
import io.github.glpi4j.internal.http.Operation;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A session that was opened elsewhere: neither renewed nor ended by the client. */
record AttachedSession(String token, SessionCache cache) implements SessionSource {

    @Override
    public <T extends @Nullable Object> CompletionStage<T> send(Execution execution, Operation<T> operation) {
        return execution.send(operation.inSession(token));
    }

    @Override
    public CompletionStage<@Nullable Void> kill(Execution execution) {
        return send(execution, DefaultGlpiSession.KILL);
    }

    @Override
    public String toString() {
        return "***";
    }
}
