package io.github.glpi4j.internal.call;

import io.github.glpi4j.internal.http.CallFailure;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** A call that runs while its caller does something else, and waits for the result later. */
public final class StartedCall<T extends @Nullable Object> {

    private final CompletableFuture<T> result;
    private final Cancellation cancellation;
    private final Runnable requireMayBlock;

    StartedCall(CompletableFuture<T> result, Cancellation cancellation, Runnable requireMayBlock) {
        this.result = result;
        this.cancellation = cancellation;
        this.requireMayBlock = requireMayBlock;
    }

    /** Waits for the result, as {@link io.github.glpi4j.Call#execute()} does. */
    public T await() {
        requireMayBlock.run();
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancellation.abort(AbortReason.INTERRUPTED);
            return aborted();
        } catch (ExecutionException e) {
            throw CallFailure.unchecked(CallFailure.unwrap(e.getCause() == null ? e : e.getCause()));
        }
    }

    /** The transport soon reports how far the exchange came; otherwise the mode bounds the wait. */
    private T aborted() {
        try {
            return result.join();
        } catch (CompletionException e) {
            throw CallFailure.unchecked(CallFailure.unwrap(e));
        } catch (CancellationException e) {
            throw new IllegalStateException("cancelled by its own caller", e);
        }
    }

    /** Aborts the call if it is still running. */
    public void cancel() {
        result.cancel(false);
    }
}
