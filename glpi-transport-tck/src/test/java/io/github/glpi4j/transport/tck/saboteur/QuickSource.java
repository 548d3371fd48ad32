package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.tck.TransportSource;
import java.time.Duration;

/** A saboteur need not be waited for as long as a good transport. */
interface QuickSource extends TransportSource {

    @Override
    default Duration soon() {
        return Duration.ofSeconds(1);
    }
}
