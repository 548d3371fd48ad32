package io.github.glpi4j.transport.tck.contract;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.client.PendingExchange;
import io.github.glpi4j.transport.tck.server.Gate;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A slow lookup of a host name delays no abort, and therefore no deadline. */
public abstract class LookupContract extends TransportContract {

    private static final Duration A_WHILE = Duration.ofMillis(100);

    /** Opened after each case, so that no lookup remains. */
    private final Gate gate = new Gate();

    /** For the transport's own test class. */
    protected LookupContract() {}

    @AfterEach
    final void endLookups() {
        gate.open();
    }

    @Test
    void anAbortEndsALookup() {
        Transport transport = openUnlessRefused(() -> factory().createWithStuckResolver(gate));

        for (int i = 0; i < 30; i++) { // more than there are threads or connections
            PendingExchange pending = start(transport, request());
            pending.exchange().awaitAbortable();
            pending.assertPending(i == 0 ? A_WHILE : Duration.ZERO);
            pending.exchange().abort();
            soon(pending).failedWith(RequestNotSentException.class);
        }
    }

    @Test
    void closingTheTransportEndsLookups() {
        Transport transport = openUnlessRefused(() -> factory().createWithStuckResolver(gate));
        List<PendingExchange> all = start(5, transport, request());
        all.forEach(each -> each.exchange().awaitAbortable());
        all.get(0).assertPending(A_WHILE);

        transport.close();

        all.forEach(each -> soon(each).failedWith(RequestNotSentException.class));
    }

    @Test
    void anAddressNeedsNoLookup() {
        RawServer server = serve(RawResponse.ok());
        Transport transport = openUnlessRefused(() -> factory().createWithStuckResolver(gate));
        PendingExchange stuck = start(transport, request());
        stuck.exchange().awaitAbortable();

        assertReaches(server, "/", transport);

        stuck.assertPending(Duration.ZERO);
        stuck.exchange().abort();
        soon(stuck).failedWith(RequestNotSentException.class);
    }

    private static TransportRequest request() {
        return TransportRequest.of(
                "GET", URI.create("http://glpi.example.invalid"), "/", Headers.none(), RequestBody.none());
    }
}
