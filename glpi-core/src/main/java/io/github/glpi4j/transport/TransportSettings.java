package io.github.glpi4j.transport;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Settings for a transport that the client creates. Immutable; every setting has a default. */
public final class TransportSettings {

    private static final TransportSettings DEFAULTS = builder().build();

    private final Duration connectTimeout;
    private final int maxConnections;
    private final int maxHeaderBytes;
    private final Tls tls;
    private final @Nullable HttpProxy proxy;
    private final boolean http2;

    private TransportSettings(Builder builder) {
        this.connectTimeout = builder.connectTimeout;
        this.maxConnections = builder.maxConnections;
        this.maxHeaderBytes = builder.maxHeaderBytes;
        this.tls = builder.tls;
        this.proxy = builder.proxy;
        this.http2 = builder.http2;
    }

    /** {@return a builder that starts with the default settings} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder that starts with these settings} */
    public Builder toBuilder() {
        Builder builder = builder();
        builder.connectTimeout = connectTimeout;
        builder.maxConnections = maxConnections;
        builder.maxHeaderBytes = maxHeaderBytes;
        builder.tls = tls;
        builder.proxy = proxy;
        builder.http2 = http2;
        return builder;
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

    @Override
    public String toString() {
        return "connectTimeout=" + connectTimeout + ", maxConnections=" + maxConnections + ", maxHeaderBytes="
                + maxHeaderBytes + ", tls=" + tls + ", proxy=" + (proxy == null ? "none" : proxy) + ", http2=" + http2;
    }

    /** Builds settings. Not thread-safe. */
    public static final class Builder {

        private Duration connectTimeout = Duration.ofSeconds(10);
        private int maxConnections = 20;
        private int maxHeaderBytes = 64 * 1024;
        private Tls tls = Tls.systemDefault();
        private @Nullable HttpProxy proxy;
        private boolean http2;

        private Builder() {}

        /**
         * Sets the time limit for each step of connecting.
         *
         * @param timeout from 1 millisecond to 1 day
         * @return this builder
         * @throws IllegalArgumentException if the timeout is out of range
         */
        public Builder connectTimeout(Duration timeout) {
            if (timeout.compareTo(Duration.ofMillis(1)) < 0 || timeout.compareTo(Duration.ofDays(1)) > 0) {
                throw new IllegalArgumentException("connectTimeout must be between 1 ms and 1 day, not " + timeout);
            }
            this.connectTimeout = timeout;
            return this;
        }

        /**
         * Sets the maximum number of connections per server.
         *
         * @param connections at least 1
         * @return this builder
         * @throws IllegalArgumentException if the number is less than 1
         */
        public Builder maxConnections(int connections) {
            if (connections < 1) {
                throw new IllegalArgumentException("maxConnections must be at least 1, not " + connections);
            }
            this.maxConnections = connections;
            return this;
        }

        /**
         * Sets the maximum size of a response's status line and headers.
         *
         * @param bytes at least 1,024
         * @return this builder
         * @throws IllegalArgumentException if the limit is less than 1,024
         */
        public Builder maxHeaderBytes(int bytes) {
            if (bytes < 1024) {
                throw new IllegalArgumentException("maxHeaderBytes must be at least 1024, not " + bytes);
            }
            this.maxHeaderBytes = bytes;
            return this;
        }

        /**
         * Sets the TLS settings.
         *
         * @param tls the TLS settings
         * @return this builder
         */
        public Builder tls(Tls tls) {
            this.tls = Objects.requireNonNull(tls, "tls");
            return this;
        }

        /**
         * Sets the proxy.
         *
         * @param proxy the proxy
         * @return this builder
         */
        public Builder proxy(HttpProxy proxy) {
            this.proxy = Objects.requireNonNull(proxy, "proxy");
            return this;
        }

        /**
         * Offers HTTP/2 to https servers. Transports without HTTP/2 reject this setting.
         *
         * @return this builder
         */
        public Builder http2() {
            this.http2 = true;
            return this;
        }

        /** {@return the settings} */
        public TransportSettings build() {
            return new TransportSettings(this);
        }
    }
}
