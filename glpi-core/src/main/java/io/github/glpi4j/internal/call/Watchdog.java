package io.github.glpi4j.internal.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The running calls of one client. Checks all of them every 20 ms, while there are any, for a deadline that has passed
 * or a thread that was interrupted: most calls end long before
 * their deadline, so a timer for each would be wasteful, and an interrupt does not reach a thread that waits for a socket.
 */
final class Watchdog {

    /** How late a deadline may be enforced. */
    private static final Duration INTERVAL = Duration.ofMillis(20);

    private final ClientThreads threads;
    private final Set<Cancellation> calls = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final CompletableFuture<@Nullable Void> drained = new CompletableFuture<>();
    private volatile boolean draining;

    Watchdog(ClientThreads threads) {
        this.threads = threads;
    }

    void add(Cancellation call) {
        calls.add(call);
        schedule();
    }

    void remove(Cancellation call) {
        calls.remove(call);
        completeIfDrained();
    }

    /** Completes once no call is running. */
    CompletableFuture<@Nullable Void> drain() {
        draining = true;
        completeIfDrained();
        return drained;
    }

    private void completeIfDrained() {
        if (draining && calls.isEmpty()) {
            drained.complete(null);
        }
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            try {
                Future<?> unused = threads.onTimer(INTERVAL, this::check);
            } catch (RejectedExecutionException closed) {
                // Every call has been aborted by now.
            }
        }
    }

    private void check() {
        try {
            List<Cancellation> due = new ArrayList<>();
            for (Cancellation call : calls) {
                if (call.due() != null) {
                    due.add(call);
                }
            }
            if (!due.isEmpty()) {
                // On another thread: a transport that blocks in its abort must not delay the others.
                threads.execute(() -> due.forEach(Watchdog::abortIfDue));
            }
        } finally {
            scheduled.set(false);
            if (!calls.isEmpty()) {
                schedule();
            }
        }
    }

    private static void abortIfDue(Cancellation call) {
        AbortReason reason = call.due();
        if (reason != null) {
            call.abort(reason);
        }
    }

    void abort(AbortReason reason, Predicate<Cancellation> which) {
        calls.stream().filter(which).forEach(call -> call.abort(reason));
    }
}
