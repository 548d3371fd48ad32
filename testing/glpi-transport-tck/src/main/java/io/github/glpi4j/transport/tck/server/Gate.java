package io.github.glpi4j.transport.tck.server;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds server threads until the test opens it. */
public final class Gate {

    private static final Duration AT_MOST = Duration.ofSeconds(30);

    private final CountDownLatch opened = new CountDownLatch(1);

    /** A shut gate. */
    public Gate() {}

    /** Lets everybody through, now and later. */
    public void open() {
        opened.countDown();
    }

    /**
     * Waits until the gate is open.
     *
     * @throws IOException when it stays shut, so that a server thread ends
     */
    public void pass() throws IOException {
        if (!opensWithin(AT_MOST)) {
            throw new IOException("the gate stayed shut");
        }
    }

    /**
     * Waits for a while.
     *
     * @param time how long
     * @return whether the gate is open
     */
    public boolean opensWithin(Duration time) {
        try {
            return opened.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
