package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.Tls;
import io.github.glpi4j.transport.TransportSettings;

/** Forgets the client's certificate. */
final class ShowsNoCertificate extends Saboteur {

    ShowsNoCertificate(TransportSettings settings) {
        super(settings.withTls(trustOf(settings.tls())));
    }

    private static Tls trustOf(Tls tls) {
        return tls.keyManager().isPresent() && tls.trustManager().isPresent()
                ? Tls.trusting(tls.trustManager().get())
                : tls;
    }
}
