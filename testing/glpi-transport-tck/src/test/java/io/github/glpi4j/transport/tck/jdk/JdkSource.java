package io.github.glpi4j.transport.tck.jdk;

import io.github.glpi4j.transport.tck.Capability;
import io.github.glpi4j.transport.tck.KnownGap;
import io.github.glpi4j.transport.tck.TransportSource;
import java.util.List;
import java.util.Set;

/** What all transports on the JDK's client declare. */
interface JdkSource extends TransportSource {

    @Override
    default Set<Capability> capabilities() {
        return JdkGaps.capabilities();
    }

    @Override
    default List<KnownGap> knownGaps() {
        return JdkGaps.all();
    }
}
