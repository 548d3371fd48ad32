package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.TransportSettings;

/** Goes straight to the server. */
final class IgnoresTheProxy extends Saboteur {

    IgnoresTheProxy(TransportSettings settings) {
        super(straight(settings));
    }

    private static TransportSettings straight(TransportSettings settings) {
        return TransportSettings.defaults()
                .withConnectTimeout(settings.connectTimeout())
                .withMaxConnections(settings.maxConnections())
                .withMaxHeaderBytes(settings.maxHeaderBytes())
                .withTls(settings.tls());
    }
}
