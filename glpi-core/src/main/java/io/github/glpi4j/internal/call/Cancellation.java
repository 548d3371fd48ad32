package io.github.glpi4j.internal.call;

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

    /** When it began, or its file last moved. */
    private volatile long since = System.nanoTime();

    private final Consumer<Cancellation> onFinish;

    private final boolean ofClient;

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

    /** From now on all of the call happens on the current thread. */
    synchronized void bindToCurrentThread() {
        callingThread = Thread.currentThread();
        abortable = NOTHING;
    }

    /** Why the call is to be aborted now, if it is: its time is up, or its thread was interrupted. */
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

    TimeLimit limit() {
        return limit;
    }

    Duration left() {
        return limit.time().minusNanos(System.nanoTime() - since);
    }

    /** Bytes of a file have moved. */
    void onProgress() {
        if (limit.idle()) {
            since = System.nanoTime();
        }
    }

    synchronized Optional<AbortReason> aborted() {
        return Optional.ofNullable(aborted);
    }

    /** Says what an abort has to reach from now on; at once if it has come already. */
    void onAbort(Runnable action) {
        synchronized (this) {
            if (aborted == null) {
                abortable = action;
                return;
            }
        }
        action.run();
    }

    /** Ends what is under way; the first reason stays. Does nothing once the call has finished. */
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
        try {
            action.run();
        } catch (RuntimeException e) {
            // The transport's defect must not keep others from being aborted, or the client from closing.
            LOG.warn("A transport failed to abort an exchange: {}", e.getClass().getName());
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
