package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.TransportSettings;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Starts a thread that outlives it and is no daemon. */
final class LeavesAThread extends Saboteur {

    private static final long LONGER_THAN_ANY_CASE = 10;

    LeavesAThread(TransportSettings settings) {
        super(settings);
        CountDownLatch never = new CountDownLatch(1);
        new Thread(() -> linger(never), "engine-loop").start();
    }

    private static void linger(CountDownLatch never) {
        try {
            if (never.await(LONGER_THAN_ANY_CASE, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody counts down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
