package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.tck.TransportSource;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtendWith;

/** A saboteur need not be waited for as long as a good transport, nor caught twice by one case. */
@ExtendWith(OnceIsEnough.class)
interface QuickSource extends TransportSource {

    @Override
    default Duration soon() {
        return Duration.ofSeconds(1);
    }
}
