package io.github.glpi4j.transport;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Settings for a transport that the client creates. Immutable; every setting has a default. */
public final class TransportSettings {

    private static final TransportSettings DEFAULTS =
            new TransportSettings(Duration.ofSeconds(10), 20, 64 * 1024, Tls.systemDefault(), null, false);

    private final Duration connectTimeout;
    private final int maxConnections;
    private final int maxHeaderBytes;
    private final Tls tls;
    private final @Nullable HttpProxy proxy;
    private final boolean http2;

    private TransportSettings(
            Duration connectTimeout,
            int maxConnections,
            int maxHeaderBytes,
            Tls tls,
            @Nullable HttpProxy proxy,
            boolean http2) {
        this.connectTimeout = connectTimeout;
        this.maxConnections = maxConnections;
        this.maxHeaderBytes = maxHeaderBytes;
        this.tls = tls;
        this.proxy = proxy;
        this.http2 = http2;
    }

    /** {@return the default settings} */
    public static TransportSettings defaults() {
        return DEFAULTS;
    }

    /**
     * {@return the time limit for each step of connecting: to the server or proxy, through the proxy, and the TLS
     * handshake; 10 s by default}
     */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /** {@return the maximum number of open connections per server; further exchanges wait; 20 by default} */
    public int maxConnections() {
        return maxConnections;
    }

    /**
     * {@return the maximum size of a response's status line and headers in bytes, above which it fails; 65,536 by
     * default}
     */
    public int maxHeaderBytes() {
        return maxHeaderBytes;
    }

    /** {@return the TLS settings; {@link Tls#systemDefault()} by default} */
    public Tls tls() {
        return tls;
    }

    /** {@return the proxy; empty by default} Proxies from the environment or system properties are not used. */
    public Optional<HttpProxy> proxy() {
        return Optional.ofNullable(proxy);
    }

    /** {@return whether HTTP/2 is offered to https servers through ALPN; false by default} */
    public boolean http2() {
        return http2;
    }

    /**
     * {@return these settings with another connect timeout}
     *
     * @param timeout from 1 millisecond to 1 day
     * @throws IllegalArgumentException if the timeout is out of range
     */
    public TransportSettings withConnectTimeout(Duration timeout) {
        if (timeout.compareTo(Duration.ofMillis(1)) < 0 || timeout.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("connectTimeout must be between 1 ms and 1 day, not " + timeout);
        }
        return new TransportSettings(timeout, maxConnections, maxHeaderBytes, tls, proxy, http2);
    }

    /**
     * {@return these settings with another maximum number of connections}
     *
     * @param connections at least 1
     * @throws IllegalArgumentException if the number is less than 1
     */
    public TransportSettings withMaxConnections(int connections) {
        if (connections < 1) {
            throw new IllegalArgumentException("maxConnections must be at least 1, not " + connections);
        }
        return new TransportSettings(connectTimeout, connections, maxHeaderBytes, tls, proxy, http2);
    }

    /**
     * {@return these settings with another limit on headers}
     *
     * @param bytes at least 1,024
     * @throws IllegalArgumentException if the limit is less than 1,024
     */
    public TransportSettings withMaxHeaderBytes(int bytes) {
        if (bytes < 1024) {
            throw new IllegalArgumentException("maxHeaderBytes must be at least 1024, not " + bytes);
        }
        return new TransportSettings(connectTimeout, maxConnections, bytes, tls, proxy, http2);
    }

    /**
     * {@return these settings with other TLS settings}
     *
     * @param newTls the TLS settings
     */
    public TransportSettings withTls(Tls newTls) {
        return new TransportSettings(connectTimeout, maxConnections, maxHeaderBytes, newTls, proxy, http2);
    }

    /**
     * {@return these settings with a proxy}
     *
     * @param newProxy the proxy
     */
    public TransportSettings withProxy(HttpProxy newProxy) {
        return new TransportSettings(connectTimeout, maxConnections, maxHeaderBytes, tls, newProxy, http2);
    }

    /** {@return these settings with HTTP/2 offered to https servers} Transports without HTTP/2 reject them. */
    public TransportSettings withHttp2() {
        return new TransportSettings(connectTimeout, maxConnections, maxHeaderBytes, tls, proxy, true);
    }

    @Override
    public String toString() {
        return "connectTimeout=" + connectTimeout + ", maxConnections=" + maxConnections + ", maxHeaderBytes="
                + maxHeaderBytes + ", tls=" + tls + ", proxy=" + (proxy == null ? "none" : proxy) + ", http2=" + http2;
    }
}
