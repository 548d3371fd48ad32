package io.github.glpi4j.transport.tck.jdk;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.suite.AsyncTransportSuite;

/** A transport written from {@code docs/writing-a-transport.md} passes the contracts, except for its {@link JdkGaps}. */
class JdkTransportTest extends AsyncTransportSuite implements JdkFactory {

    @Override
    public Transport create(TransportSettings settings) {
        return new JdkTransport(settings);
    }
}
