package io.github.glpi4j.transport.tck.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A condition that other threads bring about: they call {@link #changed()}, tests wait, always bounded.
 *
 * <p>Conditions are looked at under the monitor of this object, so nobody calls {@link #changed()} while holding a lock
 * that a condition takes.
 */
public final class Await {

    private final Object monitor = new Object();

    /** Creates a monitor. */
    public Await() {}

    /** Has waiting threads look at their condition again. */
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
                    TimeUnit.NANOSECONDS.timedWait(monitor, left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return true;
        }
    }
}
