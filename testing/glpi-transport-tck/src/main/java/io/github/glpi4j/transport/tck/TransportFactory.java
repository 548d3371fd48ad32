package io.github.glpi4j.transport.tck;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Creates the transport under test and declares its limits. */
public interface TransportFactory {

    /**
     * Creates a transport that owns all its resources. The contract closes it.
     *
     * @param settings the settings, all of which the transport must honour
     * @return a new transport
     * @throws IllegalArgumentException if it cannot honour a setting other than the defaults; cases that need the
     *     setting are skipped with the message
     */
    Transport create(TransportSettings settings);

    /** {@return the bound for anything that does not wait for the network; raise it on a very slow machine} */
    default Duration soon() {
        return Duration.ofSeconds(5);
    }

    /**
     * Declares what the engine can do. Without a capability, cases expect a refusal or less, as {@link Capability}
     * specifies.
     *
     * @return all capabilities unless overridden
     */
    default Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    /** {@return the cases that the transport cannot pass; they still run and must fail} */
    default List<KnownGap> knownGaps() {
        return List.of();
    }
}
