package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.TransportSettings;

/** Keeps everything open. */
final class ForgetsToClose extends Saboteur {

    ForgetsToClose(TransportSettings settings) {
        super(settings);
    }

    @Override
    public void close() {}
}
