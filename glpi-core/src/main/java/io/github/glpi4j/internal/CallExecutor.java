package io.github.glpi4j.internal;

import io.github.glpi4j.transport.AsyncTransport;
import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the calls of one client, in both ways, over the transport it was built with; and ends them when it is closed. */
public final class CallExecutor {

    private static final Logger LOG = LoggerFactory.getLogger("io.github.glpi4j");

    /** Made while the client is closed: to end a session is worth a moment, not a minute. */
    private static final String LAST_CALL = "killSession";

    static final TimeLimit AT_THE_END = TimeLimit.total(Duration.ofSeconds(5));

    private final Transport transport;
    private final boolean ownsTransport;
    private final RequestEncoder encoder;
    private final RetryPolicy retry;
    private final TimeLimit callLimit;
    private final int maxResponseBytes;
    private final Executor executor;
    private final @Nullable DaemonExecutor ownExecutor;

    /**
     * Apart from the others, whose threads may all be busy; and not the JDK's timer, of which there is one. Callers'
     * code may come to run here and wait for a further call, so no number of threads would be enough.
     */
    private final DaemonExecutor late;

    private final RunningCalls running = new RunningCalls();
    private volatile boolean closed;

    /**
     * Starts nothing yet.
     *
     * @param ownsTransport whether {@link #close} closes the transport
     * @param executor where calls on a blocking transport run that nobody waits for, or null for daemon threads
     * @param maxThreads how many such threads there may be
     */
    public CallExecutor(
            Transport transport,
            boolean ownsTransport,
            RequestEncoder encoder,
            RetryPolicy retry,
            Duration callTimeout,
            int maxResponseBytes,
            @Nullable Executor executor,
            int maxThreads) {
        this.transport = transport;
        this.ownsTransport = ownsTransport;
        this.encoder = encoder;
        this.retry = retry;
        this.callLimit = TimeLimit.total(callTimeout);
        this.maxResponseBytes = maxResponseBytes;
        this.ownExecutor = executor == null ? DaemonExecutor.upTo(maxThreads, "glpi4j-") : null;
        this.late = DaemonExecutor.asManyAsNeeded("glpi4j-late-");
        this.executor = executor == null ? Objects.requireNonNull(ownExecutor) : executor;
    }

    /** What a call does within its pipeline. */
    @FunctionalInterface
    interface Flow<T extends @Nullable Object> {
        CompletionStage<T> run(Pipeline pipeline);
    }

    TimeLimit callLimit() {
        return callLimit;
    }

    /** For what moves files: as long as another call may take in all, with nothing moving. */
    TimeLimit transferLimit() {
        return TimeLimit.standingStill(callLimit.time());
    }

    /** Runs a call to its end. */
    <T extends @Nullable Object> T execute(String operation, Flow<T> flow, TimeLimit limit) {
        if (transport instanceof AsyncTransport async && async.mustNotBlock()) {
            throw new IllegalStateException(operation + ": execute() would block this event loop, and with it the"
                    + " answer it waits for. Use executeAsync() here, or call from a worker thread");
        }
        CallScope scope = open(limit, transport instanceof BlockingTransport ? Thread.currentThread() : null);
        CompletableFuture<T> result = start(flow, runner(Runnable::run), scope).toCompletableFuture();
        try {
            try {
                return result.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                scope.abort(Abort.INTERRUPTED);
                // The transport tells soon how far the exchange came; the runner bounds the wait if it does not.
                return result.join();
            }
        } catch (ExecutionException | CompletionException e) {
            throw unchecked(Failure.toCaller(e.getCause() == null ? e : e.getCause()));
        } finally {
            scope.finish();
        }
    }

    /** Starts a call and returns. */
    <T extends @Nullable Object> CompletableFuture<T> executeAsync(String operation, Flow<T> flow, TimeLimit limit) {
        CallScope scope = open(limit, null);
        CompletableFuture<T> result = new CompletableFuture<>();
        CompletableFuture<?> unused = result.whenComplete((value, failure) -> {
            // Nothing is left to abort unless the result came from outside, by cancel() or complete(…).
            scope.abort(Abort.CANCELLED);
        });
        if (transport instanceof AsyncTransport async) {
            Executor caller = async.callerExecutor();
            CompletionStage<?> ignored = start(flow, runner(caller), scope).whenComplete((value, failure) -> {
                scope.finish();
                caller.execute(() -> complete(result, value, failure));
            });
        } else {
            executeLater(operation, flow, scope, result);
        }
        return result;
    }

    private <T extends @Nullable Object> void executeLater(
            String operation, Flow<T> flow, CallScope scope, CompletableFuture<T> result) {
        Runner runner = runner(Runnable::run);
        Pipeline waiting = pipeline(runner, scope);
        scope.onAbort(() -> goOn(() -> {
            RequestNotSentException cause = new RequestNotSentException("no thread of the executor was free");
            result.completeExceptionally(Failure.toCaller(waiting.notSent(operation, cause)));
            scope.finish();
        }));
        try {
            executor.execute(() -> {
                scope.moveToThisThread();
                CompletionStage<?> ignored = start(flow, runner, scope).whenComplete((value, failure) -> {
                    scope.finish();
                    complete(result, value, failure);
                });
            });
        } catch (RejectedExecutionException e) {
            RequestNotSentException cause = new RequestNotSentException("the executor took no more tasks", e);
            result.completeExceptionally(Failure.toCaller(waiting.notSent(operation, cause)));
            scope.finish();
        }
    }

    private <T extends @Nullable Object> CompletionStage<T> start(Flow<T> flow, Runner runner, CallScope scope) {
        try {
            return flow.run(pipeline(runner, scope));
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /**
     * Runs a call of the client itself, which no caller can cancel or interrupt: without blocking, also while the client
     * is closing. Never throws; once the client is closed the call fails.
     *
     * @return fails with the failure as the pipeline has it, so that each caller who waits gets an exception of their
     *     own
     */
    <T extends @Nullable Object> CompletableFuture<T> runInBackground(String operation, Flow<T> flow, TimeLimit limit) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Runner runner = runner(Runnable::run);
        CallScope scope = new CallScope(limit, maxResponseBytes, running::remove, null, this::goOn);
        running.add(scope);
        if (closed) {
            scope.abort(Abort.CLOSED);
        }
        Runnable call = () -> {
            CompletionStage<T> flowing = scope.aborted().isPresent()
                    ? CompletableFuture.failedFuture(
                            pipeline(runner, scope).notSent(operation, new RequestNotSentException("closed")))
                    : start(flow, runner, scope);
            CompletionStage<?> ignored = flowing.whenComplete((value, failure) -> {
                scope.finish();
                if (failure == null) {
                    result.complete(value);
                } else {
                    result.completeExceptionally(Failure.unwrap(failure));
                }
            });
        };
        if (transport instanceof AsyncTransport) {
            call.run();
        } else {
            goOn(() -> {
                scope.moveToThisThread();
                call.run();
            });
        }
        return result;
    }

    private void goOn(Runnable task) {
        try {
            late.execute(task);
        } catch (RejectedExecutionException closedMeanwhile) {
            task.run(); // Here is better than never: somebody waits for what the task completes.
        }
    }

    private Pipeline pipeline(Runner runner, CallScope scope) {
        return new Pipeline(encoder, retry, runner, scope, this);
    }

    private Runner runner(Executor caller) {
        return transport instanceof AsyncTransport async
                ? new Runner.Async(async, caller)
                : new Runner.Blocking((BlockingTransport) transport);
    }

    private CallScope open(TimeLimit limit, @Nullable Thread carrier) {
        if (closed) {
            throw new IllegalStateException("the GlpiClient is closed");
        }
        CallScope scope = new CallScope(limit, maxResponseBytes, running::remove, carrier, this::goOn);
        running.add(scope);
        if (closed) {
            scope.abort(Abort.CLOSED);
        }
        return scope;
    }

    private static <T extends @Nullable Object> void complete(
            CompletableFuture<T> result, T value, @Nullable Throwable failure) {
        if (failure == null) {
            result.complete(value);
        } else {
            result.completeExceptionally(Failure.toCaller(failure));
        }
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }

    /**
     * Makes the last calls, within seconds, then ends every call under way and gives up what is the client's own. On a
     * thread that must not block this is only started.
     */
    void close(List<Flow<@Nullable Void>> lastCalls) {
        if (transport instanceof AsyncTransport async && async.mustNotBlock()) {
            CompletionStage<?> unused = closeAsync(lastCalls);
            return;
        }
        try {
            long start = System.nanoTime();
            for (Flow<@Nullable Void> call : closed ? List.<Flow<@Nullable Void>>of() : lastCalls) {
                makeLastCall(call, AT_THE_END.time().minusNanos(System.nanoTime() - start));
            }
        } finally {
            end();
            if (ownsTransport) {
                transport.close();
            }
        }
    }

    private void makeLastCall(Flow<@Nullable Void> call, Duration left) {
        try {
            execute(
                    LAST_CALL,
                    call,
                    TimeLimit.total(left.compareTo(TimeLimit.SHORTEST) < 0 ? TimeLimit.SHORTEST : left));
        } catch (RuntimeException e) {
            LOG.warn("A GLPI session could not be ended: {}", e.getMessage());
        }
    }

    /** As {@link #close}, without blocking. */
    CompletionStage<@Nullable Void> closeAsync(List<Flow<@Nullable Void>> lastCalls) {
        CompletableFuture<?>[] ended = (closed ? List.<Flow<@Nullable Void>>of() : lastCalls)
                .stream().map(call -> executeAsync(LAST_CALL, call, AT_THE_END)).toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(ended)
                .handle((done, failure) -> {
                    if (failure != null) {
                        LOG.warn("A GLPI session could not be ended: {}", failure.getMessage());
                    }
                    end();
                    return ownsTransport;
                })
                .thenCompose(this::closeTransport);
    }

    private CompletionStage<@Nullable Void> closeTransport(boolean own) {
        if (own && transport instanceof AsyncTransport async) {
            return async.closeAsync().thenApply(done -> null);
        }
        if (own) {
            transport.close();
        }
        return SessionAccess.done();
    }

    private void end() {
        closed = true;
        running.abort(Abort.CLOSED);
        if (ownExecutor != null) {
            ownExecutor.shutdown();
        }
        late.shutdown();
    }
}
