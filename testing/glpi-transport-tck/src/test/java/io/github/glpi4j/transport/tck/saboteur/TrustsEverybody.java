package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.Tls;
import io.github.glpi4j.transport.TransportSettings;

/** Checks no server, so that nobody ever complains. */
final class TrustsEverybody extends Saboteur {

    TrustsEverybody(TransportSettings settings) {
        super(settings.withTls(trustingEverybody(settings.tls())));
    }

    private static Tls trustingEverybody(Tls tls) {
        Tls trusting = Tls.insecureTrustAll();
        return tls.keyManager().map(trusting::withClientCertificate).orElse(trusting);
    }
}
