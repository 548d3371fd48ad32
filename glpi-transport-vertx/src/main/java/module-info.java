/** An asynchronous transport for glpi4j on Vert.x 5.1 and 4.5. */
module io.github.glpi4j.transport.vertx {
    requires static transitive org.jspecify;
    requires transitive io.github.glpi4j;
    requires io.netty.common;
    requires io.netty.transport;
    requires transitive io.vertx.core;
    requires transitive io.vertx.web.client;

    exports io.github.glpi4j.transport.vertx;

    provides io.github.glpi4j.transport.TransportProvider with
            io.github.glpi4j.transport.vertx.VertxTransportProvider;
}
