package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.Call;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Calls as Vert.x futures, for code that composes those. */
public final class VertxCalls {

    private VertxCalls() {}

    /**
     * Sends a call, as {@link Call#executeAsync()} does, and gives its outcome as a Vert.x future. Works with any
     * transport. What is attached to the future runs on the Vert.x context of the caller; without one, on the thread
     * that completes the call.
     *
     * <p>Unlike the future of {@code executeAsync()} this one offers no way to cancel the call: its timeout ends it.
     *
     * @param call what to send
     * @param <T> what the answer is turned into
     * @return succeeds with the answer or fails with a {@link io.github.glpi4j.GlpiException}
     * @throws IllegalStateException if the client is closed
     */
    public static <T extends @Nullable Object> Future<T> toFuture(Call<T> call) {
        Context context = Vertx.currentContext();
        CompletableFuture<T> sent = call.executeAsync();
        return context == null ? Future.fromCompletionStage(sent) : Future.fromCompletionStage(sent, context);
    }
}
