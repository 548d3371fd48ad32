package io.github.glpi4j.transport.tck.server;

import io.github.glpi4j.transport.tck.client.PendingExchange;
import java.io.IOException;
import java.time.Duration;

/** The ways in which a server can make an exchange hang. */
public enum Stall {
    /** Nothing at all. */
    SILENCE("", 0),
    /** Part of the status line. */
    HALF_A_STATUS_LINE("HTTP/1.1 2", 0),
    /** Part of the headers. */
    HALF_THE_HEADERS("HTTP/1.1 200 OK\r\nX-A: b\r\nX-", 0),
    /** Part of a body with Content-Length. */
    HALF_A_BODY("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345", 5),
    /** Part of a chunk. */
    HALF_A_CHUNK("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\na\r\n12345", 5),
    /** A header that grows byte by byte. */
    DRIPPING_HEADERS("HTTP/1.1 200 OK\r\nX-A: ", 0, "b"),
    /** A body with Content-Length, byte by byte. */
    DRIPPING_BODY("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n1", 3, "1"),
    /** A chunked body, byte by byte. */
    DRIPPING_CHUNKS("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", 3, "1\r\nx\r\n"),
    /** A body that ends with the connection, byte by byte. */
    DRIPPING_UNTIL_CLOSE("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n1", 3, "1");

    private static final Duration PACE = Duration.ofMillis(10);

    private final String start;
    private final int bodyBytes;
    private final String drop;

    Stall(String start, int bodyBytes) {
        this(start, bodyBytes, "");
    }

    Stall(String start, int bodyBytes, String drop) {
        this.start = start;
        this.bodyBytes = bodyBytes;
        this.drop = drop;
    }

    /**
     * Makes the client wait until it disconnects.
     *
     * @param connection the connection
     * @throws IOException when the client has disconnected
     */
    public void play(ServerConnection connection) throws IOException {
        play(connection, start);
    }

    /**
     * Plays the stall within the download of a file.
     *
     * @param connection the connection
     * @throws IOException when the client has disconnected
     */
    public void playFile(ServerConnection connection) throws IOException {
        play(connection, start.replaceFirst("200 OK\r\n", "200 OK\r\n" + Fault.NAMED));
    }

    private void play(ServerConnection connection, String begin) throws IOException {
        connection.write(begin);
        if (drop.isEmpty()) {
            connection.hold();
            return;
        }
        Gate pace = new Gate();
        while (!pace.opensWithin(PACE)) {
            connection.write(drop);
        }
    }

    /**
     * Waits until an exchange hangs in this stall.
     *
     * @param pending the exchange
     */
    public void awaitReached(PendingExchange pending) {
        pending.exchange().awaitAbortable();
        if (bodyBytes > 0) {
            pending.exchange().awaitBody(bodyBytes);
        }
    }

    /**
     * Answers {@code /probe} once a gate is open, and stalls all other requests.
     *
     * @param gate the gate
     * @return the responder
     */
    public RawServer.Responder orProbe(Gate gate) {
        return gate.probeOr((request, connection) -> play(connection));
    }
}
