package io.github.glpi4j.transport;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** A transport that never blocks the caller. */
@FunctionalInterface
public non-sealed interface AsyncTransport extends Transport {

    /**
     * Sends the request once and completes with the answer, whatever its status.
     *
     * @param request what to send
     * @param exchange the library's side: where the body goes, and how the exchange is aborted
     * @return completed with the answer, or with one of the classes that the {@linkplain io.github.glpi4j.transport
     *     package} lists; also after an abort, soon. The method itself throws nothing
     */
    CompletionStage<TransportResponse> exchange(TransportRequest request, ExchangeContext exchange);

    /**
     * Tells whether waiting on the calling thread would stall the very answer that is waited for.
     *
     * @return true on an event loop; a blocking call is then refused at once
     */
    default boolean mustNotBlock() {
        return false;
    }

    /**
     * The calling thread's context, captured once per call: later exchanges of that call start on it and its result
     * is completed on it.
     *
     * @return runs a task on the caller's context, at once where it already is there; without a context, on the
     *     thread that hands the task in
     */
    default Executor callerExecutor() {
        return Runnable::run;
    }

    /**
     * Like {@link #close()}, without blocking.
     *
     * @return completed when all is given up
     */
    default CompletionStage<Void> closeAsync() {
        close();
        return CompletableFuture.completedFuture(null);
    }
}
