package io.github.glpi4j.testkit.internal.state;

import io.github.glpi4j.testkit.LoginGate;
import java.time.Duration;

/** Holds logins at a gate; thread-safe. */
final class HeldLogins implements LoginGate {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private int waiting;
    private boolean open;

    /** Waits until the gate opens or the server's thread is interrupted. */
    synchronized void await() {
        waiting++;
        notifyAll();
        try {
            while (!open) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting--;
        }
    }

    @Override
    public synchronized void awaitWaiting(int logins) throws InterruptedException {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (waiting < logins) {
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (left <= 0) {
                throw new IllegalStateException(
                        "only " + waiting + " of " + logins + " logins arrived within " + TIMEOUT.toSeconds() + " s");
            }
            wait(left);
        }
    }

    @Override
    public synchronized int waiting() {
        return waiting;
    }

    @Override
    public synchronized void close() {
        open = true;
        notifyAll();
    }

    synchronized boolean isOpen() {
        return open;
    }
}
