package io.github.glpi4j.transport;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** A transport that never blocks the caller. For transport authors. */
@FunctionalInterface
public non-sealed interface AsyncTransport extends Transport {

    /**
     * Sends the request once and completes with the response, whatever its status.
     *
     * @param request the request
     * @param exchange receives the body and registers how to abort the exchange
     * @return a stage that completes with the response or with one of the exceptions that the {@linkplain
     *     io.github.glpi4j.transport package} lists; it also completes soon after an abort. The method itself never
     *     throws
     */
    CompletionStage<TransportResponse> exchange(TransportRequest request, ExchangeContext exchange);

    /**
     * Returns whether blocking the calling thread would prevent the response from arriving.
     *
     * @return true on an event loop; the library then rejects a blocking call at once
     */
    default boolean mustNotBlock() {
        return false;
    }

    /**
     * Returns an executor for the calling thread's context, which the library captures once per call. Later exchanges
     * of the call start on it, and the call completes on it.
     *
     * @return an executor that runs tasks on the caller's context, immediately if the current thread is already on it;
     *     without a context, on the thread that submits the task
     */
    default Executor callerExecutor() {
        return Runnable::run;
    }

    /** {@return a stage that completes when this transport is closed} Like {@link #close()}, without blocking. */
    default CompletionStage<Void> closeAsync() {
        close();
        return CompletableFuture.completedFuture(null);
    }
}
