package io.github.glpi4j.internal.call;

import io.github.glpi4j.internal.http.CallFailure;
import io.github.glpi4j.internal.http.RequestEncoder;
import io.github.glpi4j.internal.listener.CallRecorder;
import io.github.glpi4j.internal.listener.LogContext;
import io.github.glpi4j.listener.GlpiListener;
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

/** Runs the calls of one client in both modes, and ends them when the client is closed. */
public final class Dispatcher {

    /** How long the last calls may take in close(), and the transport to close after them. */
    public static final TimeLimit CLOSE_TIMEOUT = TimeLimit.total(Duration.ofSeconds(5));

    private final Transport transport;
    private final RequestEncoder encoder;
    private final RetryPolicy retry;
    private final TimeLimit callLimit;
    private final int maxResponseBytes;
    private final List<GlpiListener> listeners;
    private final Executor executor;

    private final ClientThreads threads = new ClientThreads();
    private final ClientLifecycle lifecycle;

    /**
     * Starts nothing yet.
     *
     * @param ownsTransport whether {@link #close} closes the transport
     * @param listeners observe all calls
     * @param executor runs asynchronous calls on a blocking transport; null for daemon threads
     * @param maxThreads how many such threads there may be
     */
    public Dispatcher(
            Transport transport,
            boolean ownsTransport,
            RequestEncoder encoder,
            RetryPolicy retry,
            Duration callTimeout,
            int maxResponseBytes,
            List<GlpiListener> listeners,
            @Nullable Executor executor,
            int maxThreads) {
        this.transport = transport;
        this.encoder = encoder;
        this.retry = retry;
        this.callLimit = TimeLimit.total(callTimeout);
        this.maxResponseBytes = maxResponseBytes;
        this.listeners = List.copyOf(listeners);
        DaemonExecutor ownExecutor = executor == null ? DaemonExecutor.bounded(maxThreads, "glpi4j-") : null;
        this.executor = executor == null ? Objects.requireNonNull(ownExecutor) : executor;
        this.lifecycle = new ClientLifecycle(transport, ownsTransport, threads, ownExecutor);
    }

    /** What a call does. */
    @FunctionalInterface
    public interface Steps<T extends @Nullable Object> {
        CompletionStage<T> run(Execution execution);
    }

    RetryPolicy retry() {
        return retry;
    }

    int maxResponseBytes() {
        return maxResponseBytes;
    }

    public TimeLimit callLimit() {
        return callLimit;
    }

    /** Idle timeout for file transfers: the time that another call may take in all. */
    public TimeLimit transferLimit() {
        return TimeLimit.idle(callLimit.time());
    }

    /** Runs a call to its end. */
    <T extends @Nullable Object> T execute(String operation, Steps<T> steps, TimeLimit limit) {
        requireMayBlock(operation);
        Cancellation cancellation =
                lifecycle.open(limit, transport instanceof BlockingTransport ? Thread.currentThread() : null);
        CallRecorder recorder = recorder(operation, null);
        CompletableFuture<T> result = start(observed(steps, recorder), execution(cancellation, Runnable::run, recorder))
                .toCompletableFuture();
        try {
            try {
                return result.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                cancellation.abort(AbortReason.INTERRUPTED);
                // The transport soon reports how far the exchange came; otherwise the mode bounds the wait.
                return result.join();
            }
        } catch (ExecutionException | CompletionException e) {
            throw CallFailure.unchecked(CallFailure.toCaller(e.getCause() == null ? e : e.getCause()));
        } finally {
            cancellation.finish();
        }
    }

    private void requireMayBlock(String operation) {
        if (transport instanceof AsyncTransport async && async.mustNotBlock()) {
            throw new IllegalStateException(operation + ": execute() would block this event loop, and with it the"
                    + " answer it waits for. Use executeAsync() here, or call from a worker thread");
        }
    }

    /** Starts a call and returns. */
    <T extends @Nullable Object> CompletableFuture<T> executeAsync(String operation, Steps<T> steps, TimeLimit limit) {
        Executor caller = transport instanceof AsyncTransport async ? async.callerExecutor() : Runnable::run;
        return observedAsync(operation, steps, lifecycle.open(limit, null), caller, executor);
    }

    private <T extends @Nullable Object> CompletableFuture<T> observedAsync(
            String operation, Steps<T> steps, Cancellation cancellation, Executor caller, Executor blocking) {
        CallRecorder recorder = recorder(operation, null);
        CompletableFuture<T> result =
                executeAsync(operation, observed(steps, recorder), cancellation, caller, blocking, recorder);
        endWith(result, recorder);
        return result;
    }

    private <T extends @Nullable Object> CompletableFuture<T> executeAsync(
            String operation,
            Steps<T> steps,
            Cancellation cancellation,
            Executor callerOfAsync,
            Executor blocking,
            @Nullable CallRecorder recorder) {
        LogContext context = cancellation.logContext();
        Executor caller = context.wrap(callerOfAsync);
        CompletableFuture<T> result = new CompletableFuture<>();
        CompletableFuture<?> unused = result.whenComplete((value, failure) -> {
            // Nothing is left to abort unless the result came from outside, by cancel() or complete(…).
            cancellation.abort(AbortReason.CANCELLED);
        });
        if (transport instanceof AsyncTransport) {
            CompletionStage<?> ignored = start(steps, execution(cancellation, caller, recorder))
                    .whenComplete((value, failure) -> {
                        cancellation.finish();
                        caller.execute(() -> complete(result, value, failure));
                    });
        } else {
            executeLater(
                    operation, steps, execution(cancellation, Runnable::run, recorder), result, context.wrap(blocking));
        }
        return result;
    }

    /**
     * Starts a call whose result a thread waits for later, and which completes on no context of that thread. It does not
     * need the executor, whose threads may all be waiting for such calls.
     */
    <T extends @Nullable Object> StartedCall<T> start(String operation, Steps<T> steps, TimeLimit limit) {
        Cancellation cancellation = lifecycle.open(limit, null);
        CompletableFuture<T> result = observedAsync(operation, steps, cancellation, Runnable::run, threads);
        return new StartedCall<>(result, cancellation, () -> requireMayBlock(operation));
    }

    /**
     * Runs calls beside a running one, within its time.
     *
     * @param parallel how many run at the same time
     * @param recorder of the running call: they are part of it
     * @return their results; cancelling one aborts its call
     */
    <T extends @Nullable Object> List<CompletableFuture<T>> fork(
            String operation,
            int parallel,
            List<Steps<T>> calls,
            Cancellation parent,
            @Nullable CallRecorder recorder) {
        return ParallelCalls.run(
                parallel,
                calls,
                steps -> executeAsync(
                        operation,
                        steps,
                        lifecycle.open(TimeLimit.total(parent.left()), null),
                        Runnable::run,
                        threads,
                        recorder));
    }

    private <T extends @Nullable Object> void executeLater(
            String operation, Steps<T> steps, Execution execution, CompletableFuture<T> result, Executor blocking) {
        Cancellation cancellation = execution.cancellation();
        cancellation.onAbort(() -> threads.execute(() -> {
            RequestNotSentException cause = new RequestNotSentException("no thread of the executor was free");
            result.completeExceptionally(CallFailure.toCaller(execution.notSent(operation, cause)));
            cancellation.finish();
        }));
        try {
            blocking.execute(() -> {
                if (!cancellation.bindToCurrentThread()) {
                    return;
                }
                CompletionStage<?> ignored = start(steps, execution).whenComplete((value, failure) -> {
                    cancellation.finish();
                    complete(result, value, failure);
                });
            });
        } catch (RejectedExecutionException e) {
            RequestNotSentException cause = new RequestNotSentException("the executor took no more tasks", e);
            result.completeExceptionally(CallFailure.toCaller(execution.notSent(operation, cause)));
            cancellation.finish();
        }
    }

    private static <T extends @Nullable Object> CompletionStage<T> start(Steps<T> steps, Execution execution) {
        try {
            return steps.run(execution);
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /**
     * Runs a call of the client itself, which no caller can cancel or interrupt: without blocking, also while the client
     * is closing. Never throws; once the client is closed the call fails.
     *
     * @return fails with the failure as the execution has it, so that each caller who waits gets an exception of their
     *     own
     */
    public <T extends @Nullable Object> CompletableFuture<T> runInBackground(
            String operation, Steps<T> steps, TimeLimit limit) {
        return runInBackground(operation, steps, limit, null);
    }

    /**
     * Runs a call of the client itself that another call needs.
     *
     * @param parent of the other call
     */
    <T extends @Nullable Object> CompletableFuture<T> runInBackground(
            String operation, Steps<T> steps, TimeLimit limit, @Nullable CallRecorder parent) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Cancellation cancellation = lifecycle.openInBackground(limit);
        CallRecorder recorder = recorder(operation, parent);
        endWith(result, recorder);
        Execution execution = execution(cancellation, Runnable::run, recorder);
        Runnable call = () -> {
            CompletionStage<T> stage = cancellation.aborted().isPresent()
                    ? CompletableFuture.failedFuture(
                            execution.notSent(operation, new RequestNotSentException("closed")))
                    : start(observed(steps, recorder), execution);
            CompletionStage<?> ignored = stage.whenComplete((value, failure) -> {
                cancellation.finish();
                if (failure == null) {
                    result.complete(value);
                } else {
                    result.completeExceptionally(CallFailure.unwrap(failure));
                }
            });
        };
        if (transport instanceof AsyncTransport) {
            call.run();
        } else {
            threads.execute(() -> {
                boolean unused = cancellation.bindToCurrentThread();
                call.run();
            });
        }
        return result;
    }

    private @Nullable CallRecorder recorder(String operation, @Nullable CallRecorder parent) {
        return CallRecorder.start(listeners, operation, encoder.baseUrl().origin(), parent);
    }

    /** Steps whose end is reported before the caller sees it. */
    private static <T extends @Nullable Object> Steps<T> observed(Steps<T> steps, @Nullable CallRecorder recorder) {
        return recorder == null ? steps : execution -> recorder.endWith(start(steps, execution));
    }

    /** For calls that end without their steps: a caller cancels, or no thread was free. */
    private static void endWith(CompletableFuture<?> result, @Nullable CallRecorder recorder) {
        if (recorder != null) {
            CompletionStage<?> unused = recorder.endWith(result);
        }
    }

    private Execution execution(Cancellation cancellation, Executor caller, @Nullable CallRecorder recorder) {
        ExecutionMode mode = transport instanceof AsyncTransport async
                ? new ExecutionMode.Async(async, caller, cancellation, threads)
                : new ExecutionMode.Blocking((BlockingTransport) transport, cancellation, threads);
        return new Execution(this, encoder, mode, recorder);
    }

    static <T extends @Nullable Object> void complete(
            CompletableFuture<T> result, T value, @Nullable Throwable failure) {
        if (failure == null) {
            result.complete(value);
        } else {
            result.completeExceptionally(CallFailure.toCaller(failure));
        }
    }

    /**
     * Closes, and waits until all is closed, also on an interrupted thread; on a thread that must not block this is only
     * started.
     *
     * @param lastCalls starts the calls with {@link #runInBackground} that the client makes before the transport is closed
     */
    public void close(Runnable lastCalls) {
        lifecycle.close(lastCalls);
    }

    /** Closes without blocking; see {@link #close}. */
    public CompletionStage<@Nullable Void> closeAsync(Runnable lastCalls) {
        return lifecycle.closeAsync(lastCalls);
    }
}
