package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.Tls;
import io.github.glpi4j.transport.TransportSettings;

/** Trusts whom the JDK trusts and shows no certificate, whatever was asked for. */
final class IgnoresTls extends Saboteur {

    IgnoresTls(TransportSettings settings) {
        super(settings.withTls(Tls.systemDefault()));
    }
}
