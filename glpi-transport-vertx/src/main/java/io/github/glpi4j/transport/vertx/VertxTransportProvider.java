package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportProvider;
import io.github.glpi4j.transport.TransportSettings;

/** Provides a {@link VertxTransport} with its own Vert.x under the name {@code vertx}. */
public final class VertxTransportProvider implements TransportProvider {

    /** For {@link java.util.ServiceLoader}. */
    public VertxTransportProvider() {}

    @Override
    public String name() {
        return "vertx";
    }

    @Override
    public Transport create(TransportSettings settings) {
        return VertxTransport.create(settings);
    }
}
