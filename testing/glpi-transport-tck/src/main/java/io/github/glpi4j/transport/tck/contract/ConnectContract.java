package io.github.glpi4j.transport.tck.contract;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.Tls;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.client.PendingExchange;
import io.github.glpi4j.transport.tck.server.ClosedPort;
import io.github.glpi4j.transport.tck.server.Fault;
import io.github.glpi4j.transport.tck.server.FullPort;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.TestCertificates;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A failure to connect is reported with its exact reason, and the pool loses no connection. */
public abstract class ConnectContract extends TransportContract {

    private static final TransportSettings ONE =
            TransportSettings.builder().maxConnections(1).build();
    private static final Duration A_WHILE = Duration.ofMillis(100);

    /** For the transport's own test class. */
    protected ConnectContract() {}

    @Test
    void refused() {
        ClosedPort port = closing(new ClosedPort());
        RawServer server = serve(RawResponse.ok());
        Transport transport = open(ONE);

        assertFailsTwice(Fault.REFUSED, transport, port.get());

        assertReaches(server, "/", transport);
    }

    /** A host that drops every packet looks the same. */
    @Test
    void unreachable() {
        FullPort port = closing(new FullPort());
        RawServer server = serve(RawResponse.ok());
        Transport transport =
                open(ONE.toBuilder().connectTimeout(Duration.ofMillis(100)).build());

        assertFailsTwice(Fault.UNREACHABLE, transport, port.get());

        assertReaches(server, "/", transport);
    }

    @Test
    void anAbortWhileConnectingSendsNothing() {
        FullPort port = closing(new FullPort());
        RawServer server = serve(RawResponse.ok());
        Transport transport =
                open(ONE.toBuilder().connectTimeout(Duration.ofSeconds(40)).build());

        for (int i = 0; i < 2; i++) {
            PendingExchange pending = start(transport, port.get());
            pending.exchange().awaitAbortable();
            pending.assertPending(A_WHILE);
            pending.exchange().abort();
            assertAbortedUnsent(Fault.ABORTED_WHILE_CONNECTING, soon(pending));
        }

        assertReaches(server, "/", transport);
    }

    @Test
    void unknownHost() {
        Transport transport = openUnlessRefused(factory()::createWithFailingResolver);
        TransportRequest request = TransportRequest.of(
                "GET", URI.create("http://glpi.example.invalid"), "/", Headers.none(), RequestBody.none());

        List<PendingExchange> all = start(30, transport, request); // more than there are connections

        all.forEach(each -> Fault.UNKNOWN_HOST.assertReported(soon(each)));
    }

    @Test
    void aServerWithoutTls() {
        RawServer plain = closing(RawServer.scripted(connection -> {
            connection.awaitFirstByte();
            connection.write(RawResponse.of(400).body(new byte[0]));
        }));
        RawServer server = serve(RawResponse.ok());
        // The authorities of the JDK would take time to load.
        Transport transport = open(ONE.toBuilder()
                .tls(Tls.trusting(TestCertificates.shared().trustStore()))
                .build());
        TransportRequest request = TransportRequest.of(
                "GET", URI.create("https://" + plain.authority()), "/", Headers.none(), RequestBody.none());

        assertFailsTwice(Fault.NO_TLS, transport, request);

        plain.awaitOpen(0);
        assertReaches(server, "/", transport);
    }
}
