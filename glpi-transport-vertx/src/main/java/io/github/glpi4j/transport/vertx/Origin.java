package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.TransportRequest;
import org.jspecify.annotations.Nullable;

/** The server of a request. An IPv6 address keeps its brackets. */
record Origin(boolean ssl, String host, int port) {

    static Origin of(TransportRequest request) {
        boolean ssl = "https".equalsIgnoreCase(request.origin().getScheme());
        int port = request.port() >= 0 ? request.port() : ssl ? 443 : 80;
        return new Origin(ssl, request.host(), port);
    }

    /** Written by hand: the implementation that the JDK generates for records retains the class loader. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Origin that && ssl == that.ssl && port == that.port && host.equals(that.host);
    }

    @Override
    public int hashCode() {
        return 31 * host.hashCode() + port;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
