package io.github.glpi4j.it.race;

import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.vertx.VertxTransport;

/** What the client under test sends its requests with. */
enum Engine {
    APACHE,
    /** With a Vert.x of its own. */
    VERTX,
    /** On a Vert.x of the user's, with several event loops. */
    EXTERNAL_VERTX;

    GlpiClient.Builder client(String url, int connections, ExternalVertx external) {
        TransportSettings settings = TransportSettings.defaults().withMaxConnections(connections);
        GlpiClient.Builder builder = GlpiClient.builder(url);
        return switch (this) {
            case APACHE -> builder.transport("apache").transportSettings(settings);
            case VERTX -> builder.transport("vertx").transportSettings(settings);
            case EXTERNAL_VERTX -> builder.transport(() -> VertxTransport.create(external.vertx(), settings));
        };
    }
}
