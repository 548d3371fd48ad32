package io.github.glpi4j.transport.apache;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.Capability;
import io.github.glpi4j.transport.tck.contract.FuzzContract;
import io.github.glpi4j.transport.tck.endtoend.ClientContract;
import io.github.glpi4j.transport.tck.server.Gate;
import io.github.glpi4j.transport.tck.suite.TransportSuite;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contract suite on the transport's own HttpClient. */
class ApacheTransportTckTest extends TransportSuite {

    // tag::create[]
    @Override
    public Transport create(TransportSettings settings) {
        return new ApacheTransportProvider().create(settings);
    }
    // end::create[]

    @Override
    public Transport createWithFailingResolver() {
        return ApacheTransport.builder().resolver(new FixedDnsResolver()).build();
    }

    @Override
    public Transport createWithStuckResolver(Gate end) {
        return ApacheTransport.builder().resolver(new BlockedDnsResolver(end)).build();
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.complementOf(EnumSet.of(Capability.HTTP_2));
    }

    @Nested
    @Tag("heavy")
    class MoreClients extends ClientContract {
        @Override
        protected int responses() {
            return 20_000;
        }
    }

    @Nested
    @Tag("heavy")
    class MoreFuzz extends FuzzContract {
        @Override
        protected int responses() {
            return 20_000;
        }
    }
}
