package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.TransportRequest;
import org.jspecify.annotations.Nullable;

/** Where a request goes, as Vert.x wants to know it; an IPv6 address keeps its brackets. */
record Origin(boolean ssl, String host, int port) {

    static Origin of(TransportRequest request) {
        boolean ssl = "https".equalsIgnoreCase(request.origin().getScheme());
        int port = request.port() >= 0 ? request.port() : ssl ? 443 : 80;
        return new Origin(ssl, request.host(), port);
    }

    /** By hand, since the code that the JDK makes for a record keeps the class, and so its class loader, for good. */
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
