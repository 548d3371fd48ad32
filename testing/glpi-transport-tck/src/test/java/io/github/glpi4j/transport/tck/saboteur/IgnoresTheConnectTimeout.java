package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.TransportSettings;
import java.time.Duration;

/** Waits for a connection as long as it likes. */
final class IgnoresTheConnectTimeout extends Saboteur {

    IgnoresTheConnectTimeout(TransportSettings settings) {
        super(settings.withConnectTimeout(Duration.ofSeconds(10)));
    }
}
