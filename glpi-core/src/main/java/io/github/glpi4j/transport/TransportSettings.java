package io.github.glpi4j.transport;

import java.time.Duration;

/** What a user asks of a transport that the library makes for him. Immutable; every setting has a default. */
public final class TransportSettings {

    private static final TransportSettings DEFAULTS = new TransportSettings(Duration.ofSeconds(10), 20, 64 * 1024);

    private final Duration connectTimeout;
    private final int maxConnections;
    private final int maxHeaderBytes;

    private TransportSettings(Duration connectTimeout, int maxConnections, int maxHeaderBytes) {
        this.connectTimeout = connectTimeout;
        this.maxConnections = maxConnections;
        this.maxHeaderBytes = maxHeaderBytes;
    }

    /**
     * All at their defaults.
     *
     * @return the default settings
     */
    public static TransportSettings defaults() {
        return DEFAULTS;
    }

    /**
     * How long opening a connection may take, TLS handshake included.
     *
     * @return 10 s unless set
     */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /**
     * How many connections to one server may be open at a time; further exchanges wait for one.
     *
     * @return 20 unless set
     */
    public int maxConnections() {
        return maxConnections;
    }

    /**
     * How many bytes of status line and headers an answer may have; more is a failure.
     *
     * @return 65,536 unless set
     */
    public int maxHeaderBytes() {
        return maxHeaderBytes;
    }

    /**
     * With another connect timeout.
     *
     * @param timeout at least a millisecond, at most a day
     * @return new settings
     * @throws IllegalArgumentException for a timeout out of these bounds
     */
    public TransportSettings withConnectTimeout(Duration timeout) {
        if (timeout.compareTo(Duration.ofMillis(1)) < 0 || timeout.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("connectTimeout is between 1 ms and 1 day, not " + timeout);
        }
        return new TransportSettings(timeout, maxConnections, maxHeaderBytes);
    }

    /**
     * With another number of connections.
     *
     * @param connections 1 or more
     * @return new settings
     * @throws IllegalArgumentException for less than 1
     */
    public TransportSettings withMaxConnections(int connections) {
        if (connections < 1) {
            throw new IllegalArgumentException("maxConnections is 1 or more, not " + connections);
        }
        return new TransportSettings(connectTimeout, connections, maxHeaderBytes);
    }

    /**
     * With another limit on headers.
     *
     * @param bytes 1,024 or more
     * @return new settings
     * @throws IllegalArgumentException for less than 1,024
     */
    public TransportSettings withMaxHeaderBytes(int bytes) {
        if (bytes < 1024) {
            throw new IllegalArgumentException("maxHeaderBytes is 1024 or more, not " + bytes);
        }
        return new TransportSettings(connectTimeout, maxConnections, bytes);
    }

    @Override
    public String toString() {
        return "connectTimeout=" + connectTimeout + ", maxConnections=" + maxConnections + ", maxHeaderBytes="
                + maxHeaderBytes;
    }
}
