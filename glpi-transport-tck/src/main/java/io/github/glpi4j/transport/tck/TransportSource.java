package io.github.glpi4j.transport.tck;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import java.time.Duration;

/** Where the contract gets the transport under test from. */
public interface TransportSource {

    /**
     * Makes a new transport that owns all it uses; the contract closes it.
     *
     * @param settings what it must honour
     * @return the transport
     */
    Transport create(TransportSettings settings);

    /**
     * How long "soon" is: the bound for what must happen without waiting for the network.
     *
     * @return 5 s; more on a very slow machine
     */
    default Duration soon() {
        return Duration.ofSeconds(5);
    }
}
