package io.github.glpi4j.internal.call;

import io.github.glpi4j.internal.http.CallFailure;
import io.github.glpi4j.transport.AsyncTransport;
import io.github.glpi4j.transport.Transport;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Accepts the calls of a client while it is open, and ends them when it closes. */
final class ClientLifecycle {

    private final Transport transport;
    private final boolean ownsTransport;
    private final ClientThreads threads;
    private final @Nullable DaemonExecutor ownExecutor;
    private final Watchdog running;
    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);
    private final CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();

    private enum State {
        OPEN,
        /** Refuses calls of users; those of the client itself, which end sessions, still run. */
        CLOSING,
        CLOSED
    }

    /**
     * Starts nothing yet.
     *
     * @param ownsTransport whether the transport is closed with the client
     * @param threads shut down with the client
     * @param ownExecutor shut down with the client, if it has one
     */
    ClientLifecycle(
            Transport transport, boolean ownsTransport, ClientThreads threads, @Nullable DaemonExecutor ownExecutor) {
        this.transport = transport;
        this.ownsTransport = ownsTransport;
        this.threads = threads;
        this.ownExecutor = ownExecutor;
        this.running = new Watchdog(threads);
    }

    /**
     * Accepts a call of a user.
     *
     * @param callingThread the thread on which all of the call happens, if there is one
     */
    Cancellation open(TimeLimit limit, @Nullable Thread callingThread) {
        if (state.get() != State.OPEN) {
            throw new IllegalStateException("the GlpiClient is closed");
        }
        Cancellation cancellation = new Cancellation(limit, running::remove, callingThread, false);
        running.add(cancellation);
        if (state.get() != State.OPEN) {
            cancellation.abort(AbortReason.CLOSED);
        }
        return cancellation;
    }

    /** Accepts a call of the client itself, also while the client is closing. Once it is closed, the call is aborted. */
    Cancellation openInBackground(TimeLimit limit) {
        Cancellation cancellation = new Cancellation(limit, running::remove, null, true);
        running.add(cancellation);
        if (state.get() == State.CLOSED) {
            cancellation.abort(AbortReason.CLOSED);
        }
        return cancellation;
    }

    /** See {@link Dispatcher#close}. */
    void close(Runnable lastCalls) {
        startClosing(lastCalls);
        if (!(transport instanceof AsyncTransport async && async.mustNotBlock())) {
            try {
                closed.join();
            } catch (CompletionException e) {
                throw CallFailure.unchecked(CallFailure.unwrap(e));
            }
        }
    }

    /** See {@link Dispatcher#closeAsync}. */
    CompletionStage<@Nullable Void> closeAsync(Runnable lastCalls) {
        startClosing(lastCalls);
        return closed.copy();
    }

    /**
     * The first to close aborts the running calls and makes the last ones; everyone else waits for the same end. Calls
     * of the client itself may finish, and start others, within {@link Dispatcher#CLOSE_TIMEOUT}.
     */
    private void startClosing(Runnable lastCalls) {
        if (!state.compareAndSet(State.OPEN, State.CLOSING)) {
            return;
        }
        running.abort(AbortReason.CLOSED, cancellation -> !cancellation.isOfClient());
        lastCalls.run();
        CompletableFuture<?> drained = running.drain();
        Future<?> bound = threads.after(Dispatcher.CLOSE_TIMEOUT.time(), this::end);
        CompletableFuture<?> unused = drained.whenComplete((done, failure) -> {
            if (bound.cancel(false)) {
                threads.execute(this::end);
            }
        });
    }

    /** On a thread of the client, which the transport may block while it closes. */
    private void end() {
        state.set(State.CLOSED);
        running.abort(AbortReason.CLOSED, cancellation -> true);
        if (ownExecutor != null) {
            ownExecutor.shutdown();
        }
        Future<?> bound = threads.after(Dispatcher.CLOSE_TIMEOUT.time(), () -> closed.complete(null));
        CompletionStage<?> unused = closeTransport().whenComplete((done, failure) -> {
            bound.cancel(false);
            threads.shutdown();
            if (failure == null) {
                closed.complete(null);
            } else {
                closed.completeExceptionally(CallFailure.unwrap(failure));
            }
        });
    }

    private CompletionStage<?> closeTransport() {
        try {
            if (ownsTransport && transport instanceof AsyncTransport async) {
                return async.closeAsync();
            }
            if (ownsTransport) {
                transport.close();
            }
            return Execution.done();
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
