package io.github.glpi4j.transport;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a user asks of a transport that the library makes for him. Immutable; every setting has a default. */
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

    /**
     * All at their defaults.
     *
     * @return the default settings
     */
    public static TransportSettings defaults() {
        return DEFAULTS;
    }

    /**
     * How long each step of opening a connection may take: to the server or the proxy, through the proxy, and the TLS
     * handshake.
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
     * Whom to trust on https, and which certificate to show.
     *
     * @return the JDK's own trust unless set
     */
    public Tls tls() {
        return tls;
    }

    /**
     * The proxy on the way.
     *
     * @return empty unless set; proxies of the environment or of system properties are not used
     */
    public Optional<HttpProxy> proxy() {
        return Optional.ofNullable(proxy);
    }

    /**
     * Whether HTTP/2 is offered to https servers, by ALPN.
     *
     * @return false unless set
     */
    public boolean http2() {
        return http2;
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
        return new TransportSettings(timeout, maxConnections, maxHeaderBytes, tls, proxy, http2);
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
        return new TransportSettings(connectTimeout, connections, maxHeaderBytes, tls, proxy, http2);
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
        return new TransportSettings(connectTimeout, maxConnections, bytes, tls, proxy, http2);
    }

    /**
     * With other TLS settings.
     *
     * @param newTls whom to trust and which certificate to show
     * @return new settings
     */
    public TransportSettings withTls(Tls newTls) {
        return new TransportSettings(connectTimeout, maxConnections, maxHeaderBytes, newTls, proxy, http2);
    }

    /**
     * With a proxy.
     *
     * @param newProxy the proxy on the way to GLPI
     * @return new settings
     */
    public TransportSettings withProxy(HttpProxy newProxy) {
        return new TransportSettings(connectTimeout, maxConnections, maxHeaderBytes, tls, newProxy, http2);
    }

    /**
     * With HTTP/2 offered where the server speaks it. Transports that have no HTTP/2 refuse these settings.
     *
     * @return new settings
     */
    public TransportSettings withHttp2() {
        return new TransportSettings(connectTimeout, maxConnections, maxHeaderBytes, tls, proxy, true);
    }

    @Override
    public String toString() {
        return "connectTimeout=" + connectTimeout + ", maxConnections=" + maxConnections + ", maxHeaderBytes="
                + maxHeaderBytes + ", tls=" + tls + ", proxy=" + (proxy == null ? "none" : proxy) + ", http2=" + http2;
    }
}
