package io.github.glpi4j.internal.call;

import io.github.glpi4j.internal.listener.LogContext;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The timer of one client, and the threads for its continuations. The timer's own thread runs no code of the
 * user or of a transport, so nothing can delay a deadline; the JDK's timer, which all of {@link CompletableFuture}
 * shares, is not used, because any blocking callback of the application stops it.
 */
final class ClientThreads implements Executor {

    /** Unbounded on purpose: callbacks of users may run here and block on further calls. */
    private final DaemonExecutor callbacks = DaemonExecutor.cached("glpi4j-late-");

    private final ScheduledThreadPoolExecutor timer;

    ClientThreads() {
        timer = new ScheduledThreadPoolExecutor(1, DaemonExecutor.threads("glpi4j-timer-"));
        timer.setKeepAliveTime(DaemonExecutor.IDLE_SECONDS, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Runs a task on a thread that it may block; after {@link #shutdown} on the current thread. */
    @Override
    public void execute(Runnable task) {
        try {
            callbacks.execute(LogContext.current().wrap(task));
        } catch (RejectedExecutionException shutDown) {
            task.run(); // The task still has to run, because a caller waits for what it completes.
        }
    }

    /** Runs a task after a delay on a thread that it may block; after {@link #shutdown} without the delay. */
    Future<?> after(Duration delay, Runnable task) {
        Runnable carrying = LogContext.current().wrap(task);
        try {
            return onTimer(delay, () -> execute(carrying));
        } catch (RejectedExecutionException shutDown) {
            execute(carrying);
            return CompletableFuture.completedFuture(null);
        }
    }

    /**
     * Runs a task after a delay on the timer itself.
     *
     * @param task must be quick and must run no code of the user or of a transport
     * @throws RejectedExecutionException after {@link #shutdown}
     */
    Future<?> onTimer(Duration delay, Runnable task) {
        return timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Ends the threads once running and scheduled tasks have finished. */
    void shutdown() {
        timer.shutdown();
        callbacks.shutdown();
    }
}
