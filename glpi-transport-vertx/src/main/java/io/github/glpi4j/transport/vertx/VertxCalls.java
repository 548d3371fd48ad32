package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.Call;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Converts calls to Vert.x futures. */
public final class VertxCalls {

    private VertxCalls() {}

    /**
     * Executes a call like {@link Call#executeAsync()} and returns its outcome as a Vert.x future. Works with any
     * transport. Handlers run on the caller's Vert.x context or, without one, on the thread that completes the call.
     *
     * <p>Unlike the future of {@code executeAsync()}, this one cannot cancel the call.
     *
     * @param call the call
     * @param <T> the type of the result
     * @return a future that succeeds with the result or fails with a {@link io.github.glpi4j.GlpiException}
     * @throws IllegalStateException if the client is closed
     */
    public static <T extends @Nullable Object> Future<T> toFuture(Call<T> call) {
        Context context = Vertx.currentContext();
        CompletableFuture<T> sent = call.executeAsync();
        return context == null ? Future.fromCompletionStage(sent) : Future.fromCompletionStage(sent, context);
    }
}
