package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.reference.ReferenceTransport;

/** Takes any trusted certificate for that of the server, as an engine does whose name check is not switched on. */
final class SkipsTheNameCheck extends Saboteur {

    SkipsTheNameCheck(TransportSettings settings) {
        super(ReferenceTransport.nameless(settings));
    }
}
