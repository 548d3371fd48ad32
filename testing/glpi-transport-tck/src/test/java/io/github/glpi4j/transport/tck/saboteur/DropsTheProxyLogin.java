package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.HttpProxy;
import io.github.glpi4j.transport.TransportSettings;

/** Waits for a challenge that the proxy may never make. */
final class DropsTheProxyLogin extends Saboteur {

    DropsTheProxyLogin(TransportSettings settings) {
        super(settings.proxy().map(proxy -> withoutLogin(settings, proxy)).orElse(settings));
    }

    private static TransportSettings withoutLogin(TransportSettings settings, HttpProxy proxy) {
        return settings.withProxy(HttpProxy.of(proxy.host(), proxy.port()));
    }
}
