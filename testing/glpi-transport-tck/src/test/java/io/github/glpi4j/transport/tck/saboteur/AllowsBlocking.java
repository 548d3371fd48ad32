package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.TransportSettings;

/** Lets an event loop wait for itself. */
final class AllowsBlocking extends AsyncSaboteur {

    AllowsBlocking(TransportSettings settings) {
        super(settings);
    }

    @Override
    public boolean mustNotBlock() {
        return false;
    }
}
