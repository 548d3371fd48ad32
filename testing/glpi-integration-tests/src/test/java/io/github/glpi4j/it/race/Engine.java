package io.github.glpi4j.it.race;

import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiClientBuilder;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.client.CheckingListener;
import io.github.glpi4j.transport.vertx.VertxTransport;

/** The engine of the client under test. */
enum Engine {
    APACHE,
    /** With its own Vert.x. */
    VERTX,
    /** On an external Vert.x with several event loops. */
    EXTERNAL_VERTX;

    GlpiClientBuilder client(String url, int connections, ExternalVertx external) {
        TransportSettings settings =
                TransportSettings.builder().maxConnections(connections).build();
        GlpiClientBuilder builder = GlpiClient.builder(url).listener(new CheckingListener());
        return switch (this) {
            case APACHE -> builder.transport("apache").transportSettings(settings);
            case VERTX -> builder.transport("vertx").transportSettings(settings);
            case EXTERNAL_VERTX -> builder.transport(() -> VertxTransport.create(external.vertx(), settings));
        };
    }
}
