package io.github.glpi4j.transport.tck.jdk;

import io.github.glpi4j.transport.tck.Capability;
import io.github.glpi4j.transport.tck.KnownGap;
import io.github.glpi4j.transport.tck.TransportFactory;
import java.util.List;
import java.util.Set;

/** What all transports on the JDK's client declare. */
interface JdkFactory extends TransportFactory {

    /** Of responses made by chance on which the JDK's client neither loops nor waits forever, as it does on some. */
    long SEED = 1;

    @Override
    default Set<Capability> capabilities() {
        return JdkGaps.capabilities();
    }

    @Override
    default List<KnownGap> knownGaps() {
        return JdkGaps.all();
    }
}
