package io.github.glpi4j.transport.tck;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.reference.AsyncReferenceTransport;
import io.github.glpi4j.transport.tck.reference.LoopContext;
import io.github.glpi4j.transport.tck.reference.ReferenceTransport;
import io.github.glpi4j.transport.tck.reference.Resolver;
import io.github.glpi4j.transport.tck.suite.AsyncTransportSuite;
import java.util.stream.Stream;

/** An asynchronous transport passes the contracts. */
class AsyncReferenceTest extends AsyncTransportSuite {

    @Override
    public Transport create(TransportSettings settings) {
        return new AsyncReferenceTransport(new ReferenceTransport(settings));
    }

    @Override
    public Transport createWithFailingResolver() {
        return new AsyncReferenceTransport(new ReferenceTransport(TransportSettings.defaults(), Resolver.FAILING));
    }

    @Override
    public Stream<CallerContext> contexts() {
        return LoopContext.some();
    }

    @Override
    public int repetitions(int usual) {
        return Math.min(usual, 1_000);
    }
}
