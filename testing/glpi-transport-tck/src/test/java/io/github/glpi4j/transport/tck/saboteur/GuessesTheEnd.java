package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.reference.ReferenceTransport;

/** Makes the best of responses whose end is not certain. */
final class GuessesTheEnd extends Saboteur {

    GuessesTheEnd(TransportSettings settings) {
        super(ReferenceTransport.lenient(settings));
    }
}
