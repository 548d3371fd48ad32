package io.github.glpi4j.transport.tck;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where the contract gets the transport under test from. */
public interface TransportFactory {

    /**
     * Makes a new transport that owns all it uses; the contract closes it.
     *
     * @param settings what it must honour
     * @return the transport
     * @throws IllegalArgumentException if it cannot honour a setting other than the defaults: cases that need the setting
     *     are skipped with the message
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

    /**
     * What the transport's engine can do. Cases that need more expect a refusal, or less, as {@link Capability} says.
     *
     * @return all capabilities unless overridden
     */
    default Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    /**
     * The cases that the transport cannot pass. They run all the same and have to fail.
     *
     * @return none unless overridden
     */
    default List<KnownGap> knownGaps() {
        return List.of();
    }
}
