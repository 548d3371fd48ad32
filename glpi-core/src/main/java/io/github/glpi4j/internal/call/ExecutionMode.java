package io.github.glpi4j.internal.call;

import io.github.glpi4j.internal.http.CallFailure;
import io.github.glpi4j.internal.listener.LogContext;
import io.github.glpi4j.transport.AsyncTransport;
import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.TransportResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How one call waits: on its own thread, or not at all. An {@link Execution} is written once for both; in blocking mode
 * each stage it gets is already complete, so that all of it runs on the caller's thread.
 */
sealed interface ExecutionMode {

    /**
     * Carries out one exchange.
     *
     * @param late receives a response that arrives after the stage has failed
     */
    CompletionStage<TransportResponse> exchange(ClientExchange exchange, Consumer<TransportResponse> late);

    Cancellation cancellation();

    /** {@return where the call continues after a wait that ended by time, since what follows may be code of the user} */
    ClientThreads threads();

    /** Continues when a stage that another party completes is complete, or the call is aborted. */
    <T extends @Nullable Object> CompletionStage<T> await(CompletionStage<T> stage);

    /** Continues after a pause, or when the call is aborted. */
    default CompletionStage<@Nullable Void> pause(Duration pause) {
        if (pause.isZero()) {
            return Execution.done();
        }
        CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
        Future<?> timer = threads().after(pause, () -> end.complete(null));
        return await(end).whenComplete((done, aborted) -> timer.cancel(false));
    }

    /** Does work that blocks. It fails as the work does, or when the call is aborted. */
    <T extends @Nullable Object> CompletionStage<T> work(Work<T> work);

    /** Blocking work, such as reading a file. */
    interface Work<T extends @Nullable Object> {

        /**
         * Does it.
         *
         * @param progressed to be run from time to time: it restarts the idle timeout, and throws if the call was aborted
         */
        T run(Runnable progressed) throws IOException;
    }

    private static <T extends @Nullable Object> CompletionStage<T> now(Work<T> work, Cancellation cancellation) {
        try {
            return CompletableFuture.completedFuture(work.run(() -> {
                cancellation.onProgress();
                if (cancellation.aborted().isPresent()) {
                    throw new CancellationException("aborted");
                }
            }));
        } catch (IOException | RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Runs everything on the calling thread. */
    record Blocking(BlockingTransport transport, Cancellation cancellation, ClientThreads threads)
            implements ExecutionMode {

        @Override
        public CompletionStage<TransportResponse> exchange(ClientExchange exchange, Consumer<TransportResponse> late) {
            if (cancellation.aborted().isPresent()) {
                return CompletableFuture.failedFuture(aborted());
            }
            try (exchange) {
                TransportResponse response = transport.exchange(exchange.request(), exchange);
                exchange.keepFile(response);
                return CompletableFuture.completedFuture(response);
            } catch (IOException | RuntimeException e) {
                if (Thread.currentThread().isInterrupted()) {
                    cancellation.abort(AbortReason.INTERRUPTED);
                }
                return CompletableFuture.failedFuture(e);
            }
        }

        @Override
        public <T extends @Nullable Object> CompletionStage<T> work(Work<T> work) {
            return now(work, cancellation);
        }

        @Override
        public <T extends @Nullable Object> CompletionStage<T> await(CompletionStage<T> stage) {
            CompletableFuture<T> awaited = abortable(stage, cancellation, Runnable::run);
            try {
                return CompletableFuture.completedFuture(awaited.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                cancellation.abort(AbortReason.INTERRUPTED);
                return awaited;
            } catch (ExecutionException | CancellationException e) {
                return awaited;
            }
        }
    }

    /** Never blocks. The steps of the call start on the caller's context. */
    record Async(AsyncTransport transport, Executor caller, Cancellation cancellation, ClientThreads threads)
            implements ExecutionMode {

        /** How long a transport may take to end an exchange after an abort, before the call continues without it. */
        private static final Duration GRACE = Duration.ofSeconds(1);

        @Override
        public CompletionStage<TransportResponse> exchange(ClientExchange exchange, Consumer<TransportResponse> late) {
            if (cancellation.aborted().isPresent()) {
                return CompletableFuture.failedFuture(aborted());
            }
            LogContext context = LogContext.current();
            CompletableFuture<TransportResponse> answer = new CompletableFuture<>();
            exchange.afterAbort(() -> giveUpLater(answer, exchange));
            caller.execute(() -> {
                try {
                    CompletionStage<?> unused = transport
                            .exchange(exchange.request(), exchange)
                            .whenComplete((response, failure) -> {
                                LogContext.Scope scope = context.enter();
                                try {
                                    settle(response, failure, exchange, answer, late);
                                } finally {
                                    scope.close();
                                }
                            });
                } catch (RuntimeException | Error e) {
                    exchange.close();
                    answer.completeExceptionally(e);
                }
            });
            return answer;
        }

        private void giveUpLater(CompletableFuture<TransportResponse> answer, ClientExchange exchange) {
            Future<?> timer = threads.after(GRACE, () -> {
                answer.completeExceptionally(new TimeoutException());
                exchange.close();
            });
            CompletableFuture<?> unused = answer.whenComplete((response, failure) -> timer.cancel(false));
        }

        /** Verifying and moving a file blocks, so it does not happen on the thread of the transport. */
        private void settle(
                TransportResponse response,
                @Nullable Throwable failure,
                ClientExchange exchange,
                CompletableFuture<TransportResponse> answer,
                Consumer<TransportResponse> late) {
            if (!exchange.hasFile(response)) {
                exchange.close(); // Some transports begin a response when its exchange has failed already.
                if (!complete(answer, response, failure) && failure == null) {
                    late.accept(response);
                }
                return;
            }
            threads.execute(() -> {
                Throwable trouble = failure;
                try (exchange) {
                    if (failure == null) {
                        exchange.keepFile(response);
                    }
                } catch (IOException | RuntimeException | Error e) {
                    trouble = e; // Reported to the call here, because no one else does.
                }
                complete(answer, response, trouble);
            });
        }

        @Override
        public <T extends @Nullable Object> CompletionStage<T> work(Work<T> work) {
            return abortable(
                    CompletableFuture.supplyAsync(() -> now(work, cancellation), threads)
                            .thenCompose(done -> done),
                    cancellation,
                    threads);
        }

        @Override
        public <T extends @Nullable Object> CompletionStage<T> await(CompletionStage<T> stage) {
            return abortable(stage, cancellation, threads);
        }
    }

    private static <T extends @Nullable Object> CompletableFuture<T> abortable(
            CompletionStage<T> stage, Cancellation cancellation, Executor continuations) {
        CompletableFuture<T> awaited = new CompletableFuture<>();
        cancellation.onAbort(() -> continuations.execute(() -> awaited.completeExceptionally(aborted())));
        copy(stage, awaited);
        return awaited;
    }

    private static IOException aborted() {
        return new RequestNotSentException("aborted before it was sent");
    }

    private static <T extends @Nullable Object> void copy(CompletionStage<T> stage, CompletableFuture<T> target) {
        LogContext context = LogContext.current();
        CompletionStage<?> unused = stage.whenComplete((value, failure) -> {
            LogContext.Scope scope = context.enter();
            try {
                complete(target, value, failure);
            } finally {
                scope.close();
            }
        });
    }

    private static <T extends @Nullable Object> boolean complete(
            CompletableFuture<T> target, T value, @Nullable Throwable failure) {
        return failure == null ? target.complete(value) : target.completeExceptionally(CallFailure.unwrap(failure));
    }
}
