package io.github.glpi4j.transport.tck.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Waits for conditions that other threads bring about, always with a bound. A thread that changes something calls
 * {@link #changed()}, but never while it holds a lock that a condition takes.
 */
public final class Conditions {

    /** How often a condition is checked that no thread signals. */
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Object monitor = new Object();

    /** Creates a monitor. */
    public Conditions() {}

    /**
     * Waits for a condition that no thread signals, such as the state of the file system.
     *
     * @param condition must not block
     * @param atMost how long to wait
     * @return whether the condition came true in time
     */
    public static boolean poll(BooleanSupplier condition, Duration atMost) {
        return new Conditions().until(condition, atMost);
    }

    /** Makes waiting threads check their condition again. */
    public void changed() {
        synchronized (monitor) {
            monitor.notifyAll();
        }
    }

    /**
     * Waits for a condition.
     *
     * @param condition must not block
     * @param atMost how long to wait
     * @return whether the condition came true in time
     */
    public boolean until(BooleanSupplier condition, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        synchronized (monitor) {
            while (!condition.getAsBoolean()) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                try {
                    TimeUnit.NANOSECONDS.timedWait(monitor, Math.min(left, POLL_NANOS));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return true;
        }
    }
}
