package io.github.glpi4j.transport.tck.jdk;

import io.github.glpi4j.transport.tck.Capability;
import io.github.glpi4j.transport.tck.KnownGap;
import io.github.glpi4j.transport.tck.TransportFactory;
import java.util.List;
import java.util.Set;

/** The declarations of all transports on the JDK's client. */
interface JdkFactory extends TransportFactory {

    @Override
    default Set<Capability> capabilities() {
        return JdkGaps.capabilities();
    }

    @Override
    default List<KnownGap> knownGaps() {
        return JdkGaps.all();
    }

    /** A seed whose responses do not make the JDK's client loop or wait forever, as some do. */
    @Override
    default long seed() {
        return 1;
    }

    @Override
    default int repetitions(int usual) {
        return Math.max(80, usual / 5);
    }
}
