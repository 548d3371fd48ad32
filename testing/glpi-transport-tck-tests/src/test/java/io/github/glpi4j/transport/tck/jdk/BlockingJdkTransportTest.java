package io.github.glpi4j.transport.tck.jdk;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.suite.TransportSuite;

/** The blocking transport passes the contracts as well. */
class BlockingJdkTransportTest extends TransportSuite implements JdkFactory {

    @Override
    public Transport create(TransportSettings settings) {
        return new BlockingJdkTransport(settings);
    }
}
