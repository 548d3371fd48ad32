package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.TransportRequest;

/** Where a request goes, as Vert.x wants to know it; an IPv6 address keeps its brackets. */
record Origin(boolean ssl, String host, int port) {

    static Origin of(TransportRequest request) {
        boolean ssl = "https".equalsIgnoreCase(request.origin().getScheme());
        int port = request.port() >= 0 ? request.port() : ssl ? 443 : 80;
        return new Origin(ssl, request.host(), port);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
