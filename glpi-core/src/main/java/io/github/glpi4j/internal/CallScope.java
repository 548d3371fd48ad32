package io.github.glpi4j.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a call, from start to end: its deadline, and the one thing at a time that an abort has to reach,
 * which is an exchange or a wait.
 */
final class CallScope {

    static final Runnable NOTHING = () -> {};

    private final TimeLimit limit;

    /** When it began, or its file last moved. */
    private volatile long since = System.nanoTime();

    private final int maxResponseBytes;
    private final Consumer<CallScope> onFinish;
    private final Executor goingOn;

    private @Nullable Thread carrier;
    private Runnable abortable = NOTHING;
    private @Nullable Abort aborted;
    private boolean finished;
    private int lastStatus;

    /**
     * Starts the clock.
     *
     * @param carrier the thread on which all of the call happens, if there is one
     * @param goingOn see {@link #goingOn()}
     */
    CallScope(
            TimeLimit limit,
            int maxResponseBytes,
            Consumer<CallScope> onFinish,
            @Nullable Thread carrier,
            Executor goingOn) {
        this.limit = limit;
        this.maxResponseBytes = maxResponseBytes;
        this.onFinish = onFinish;
        this.carrier = carrier;
        this.goingOn = goingOn;
    }

    /** From now on all of the call happens on the current thread. */
    synchronized void moveToThisThread() {
        carrier = Thread.currentThread();
    }

    /** Aborts if the time is up, or the thread of the call was interrupted. On the JDK's timer. */
    void look() {
        if (left().toNanos() <= 0) {
            abort(Abort.DEADLINE);
        } else if (isInterrupted()) {
            abort(Abort.INTERRUPTED);
        }
    }

    private synchronized boolean isInterrupted() {
        return carrier != null && carrier.isInterrupted();
    }

    /** Where the call goes on after a wait that ended by time: on its way there may be code of the user. */
    Executor goingOn() {
        return goingOn;
    }

    TimeLimit limit() {
        return limit;
    }

    Duration left() {
        return limit.time().minusNanos(System.nanoTime() - since);
    }

    /** Bytes of a file have moved. */
    void progressed() {
        if (limit.standingStill()) {
            since = System.nanoTime();
        }
    }

    int maxResponseBytes() {
        return maxResponseBytes;
    }

    /** The present exchange has got this status, or 0 for none yet. */
    synchronized void answered(int status) {
        lastStatus = status;
    }

    /** The status of the present exchange's answer if its headers have come, or 0. */
    synchronized int lastStatus() {
        return lastStatus;
    }

    synchronized Optional<Abort> aborted() {
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
    void abort(Abort reason) {
        Runnable action;
        synchronized (this) {
            if (aborted != null || finished) {
                return;
            }
            aborted = reason;
            action = abortable;
            abortable = NOTHING;
        }
        action.run();
    }

    /** The call has its result: lets go of everything. */
    void finish() {
        synchronized (this) {
            finished = true;
            abortable = NOTHING;
            carrier = null;
        }
        onFinish.accept(this);
    }
}
