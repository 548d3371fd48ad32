package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.TransportRequest;
import java.net.URI;

/** Where a request goes, as Vert.x wants to know it; an IPv6 address keeps its brackets. */
record Origin(boolean ssl, String host, int port) {

    static Origin of(TransportRequest request) {
        URI origin = request.origin();
        boolean ssl = "https".equalsIgnoreCase(origin.getScheme());
        int port = origin.getPort() >= 0 ? origin.getPort() : ssl ? 443 : 80;
        return new Origin(ssl, origin.getHost(), port);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
