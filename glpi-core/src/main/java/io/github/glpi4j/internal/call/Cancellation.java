package io.github.glpi4j.internal.call;

import io.github.glpi4j.internal.listener.LogContext;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock of one call, and what an abort of it has to reach: the current exchange or wait.
 */
final class Cancellation {

    static final Runnable NOTHING = () -> {};

    private static final Logger LOG = LoggerFactory.getLogger("io.github.glpi4j");

    private final TimeLimit limit;

    /** When the call began, or bytes of its file last moved. */
    private volatile long since = System.nanoTime();

    private final Consumer<Cancellation> onFinish;

    private final boolean ofClient;

    /** That of the caller: an abort comes from the watchdog, or from the thread that closes the client. */
    private final LogContext logContext = LogContext.current();

    private @Nullable Thread callingThread;
    private Runnable abortable = NOTHING;
    private @Nullable AbortReason aborted;
    private boolean finished;

    /**
     * Starts the clock.
     *
     * @param callingThread the thread on which all of the call happens, if there is one
     * @param ofClient see {@link #isOfClient()}
     */
    Cancellation(TimeLimit limit, Consumer<Cancellation> onFinish, @Nullable Thread callingThread, boolean ofClient) {
        this.limit = limit;
        this.onFinish = onFinish;
        this.callingThread = callingThread;
        this.ofClient = ofClient;
    }

    /**
     * Says that the call runs on the current thread from now on, which an interrupt then aborts.
     *
     * @return false if the call has been aborted before it began
     */
    synchronized boolean bindToCurrentThread() {
        if (aborted != null) {
            return false;
        }
        callingThread = Thread.currentThread();
        abortable = NOTHING;
        return true;
    }

    /** {@return why the call must be aborted now: its time is up, or its thread was interrupted; null if it need not be} */
    synchronized @Nullable AbortReason due() {
        if (aborted != null || finished) {
            return null;
        }
        if (limit.time().toNanos() - (System.nanoTime() - since) <= 0) {
            return AbortReason.DEADLINE;
        }
        return callingThread != null && callingThread.isInterrupted() ? AbortReason.INTERRUPTED : null;
    }

    /** Whether the client itself makes this call, so that it may finish while the client is closing. */
    boolean isOfClient() {
        return ofClient;
    }

    /** {@return the MDC of the thread that started the call} */
    LogContext logContext() {
        return logContext;
    }

    TimeLimit limit() {
        return limit;
    }

    Duration left() {
        return limit.time().minusNanos(System.nanoTime() - since);
    }

    /** Reports that bytes of a file have moved, which restarts an idle timeout. */
    void onProgress() {
        if (limit.idle()) {
            since = System.nanoTime();
        }
    }

    synchronized Optional<AbortReason> aborted() {
        return Optional.ofNullable(aborted);
    }

    /** Sets what an abort runs from now on. Runs it immediately if the call has been aborted. */
    void onAbort(Runnable action) {
        synchronized (this) {
            if (aborted == null) {
                abortable = action;
                return;
            }
        }
        action.run();
    }

    /** Aborts the current exchange or wait. The first reason is kept. Does nothing once the call has finished. */
    void abort(AbortReason reason) {
        Runnable action;
        synchronized (this) {
            if (aborted != null || finished) {
                return;
            }
            aborted = reason;
            action = abortable;
            abortable = NOTHING;
        }
        LogContext.Scope scope = logContext.enter();
        try {
            action.run();
        } catch (RuntimeException e) {
            // The transport's defect must not keep others from being aborted, or the client from closing.
            LOG.warn("A transport failed to abort an exchange: {}", e.getClass().getName());
        } finally {
            scope.close();
        }
    }

    /** Ends the call, which has its result, and releases all references. */
    void finish() {
        synchronized (this) {
            finished = true;
            abortable = NOTHING;
            callingThread = null;
        }
        onFinish.accept(this);
    }
}
