package io.github.glpi4j.transport.tck;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A condition that other threads bring about: they call {@link #changed()}, tests wait, always bounded.
 *
 * <p>Conditions are looked at under the monitor of this object, so nobody calls {@link #changed()} while holding a lock
 * that a condition takes.
 */
final class Await {

    private final Object monitor = new Object();

    void changed() {
        synchronized (monitor) {
            monitor.notifyAll();
        }
    }

    /** Tells whether the condition came true in time. */
    boolean until(BooleanSupplier condition, Duration atMost) {
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
