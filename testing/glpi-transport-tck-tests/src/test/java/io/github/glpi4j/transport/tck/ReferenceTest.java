package io.github.glpi4j.transport.tck;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.contract.FuzzContract;
import io.github.glpi4j.transport.tck.reference.ReferenceTransport;
import io.github.glpi4j.transport.tck.reference.Resolver;
import io.github.glpi4j.transport.tck.suite.TransportSuite;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** A blocking transport passes the contracts. */
// tag::class[]
class ReferenceTest extends TransportSuite {

    @Override
    public Transport create(TransportSettings settings) {
        return new ReferenceTransport(settings);
    }
    // end::class[]

    @Override
    public Transport createWithFailingResolver() {
        return new ReferenceTransport(TransportSettings.defaults(), Resolver.FAILING);
    }

    @Override
    public int repetitions(int usual) {
        return Math.min(usual, 1_000);
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
