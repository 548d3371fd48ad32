package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.TransportSettings;

/** Opens as many connections as there are calls. */
final class IgnoresMaxConnections extends Saboteur {

    IgnoresMaxConnections(TransportSettings settings) {
        super(settings.withMaxConnections(1_000));
    }
}
