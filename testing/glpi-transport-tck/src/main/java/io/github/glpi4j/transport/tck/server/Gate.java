package io.github.glpi4j.transport.tck.server;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Blocks server threads until a test opens it. */
public final class Gate {

    private static final Duration AT_MOST = Duration.ofSeconds(30);

    private final CountDownLatch opened = new CountDownLatch(1);

    /** Creates a closed gate. */
    public Gate() {}

    /** Opens the gate for all threads, now and later. */
    public void open() {
        opened.countDown();
    }

    /**
     * Waits until the gate is open.
     *
     * @throws IOException if it stays closed, so that the server thread ends
     */
    public void pass() throws IOException {
        if (!opensWithin(AT_MOST)) {
            throw new IOException("the gate stayed closed");
        }
    }

    /**
     * Waits for the gate to open.
     *
     * @param time how long
     * @return whether it is open
     */
    public boolean opensWithin(Duration time) {
        try {
            return opened.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Holds every request until this gate is open.
     *
     * @param response the response to all
     * @return a responder
     */
    public RawServer.Responder holding(byte[] response) {
        return (request, connection) -> {
            pass();
            connection.write(response);
        };
    }

    /**
     * Answers {@code /probe} once this gate is open, and leaves other requests to a responder.
     *
     * @param other the responder
     * @return a new responder
     */
    public RawServer.Responder probeOr(RawServer.Responder other) {
        return (request, connection) -> {
            RawServer.Responder responder = request.target().equals("/probe") ? holding(RawResponse.ok()) : other;
            responder.respond(request, connection);
        };
    }
}
