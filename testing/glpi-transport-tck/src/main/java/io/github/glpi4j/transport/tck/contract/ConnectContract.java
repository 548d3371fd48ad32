package io.github.glpi4j.transport.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.Tls;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.client.InFlight;
import io.github.glpi4j.transport.tck.server.Answer;
import io.github.glpi4j.transport.tck.server.ClosedPort;
import io.github.glpi4j.transport.tck.server.Fault;
import io.github.glpi4j.transport.tck.server.FullPort;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.TestCertificates;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where no connection comes about, the reason is told exactly, and nothing of the pool is lost. */
public abstract class ConnectContract extends TransportContract {

    private static final TransportSettings ONE = TransportSettings.defaults().withMaxConnections(1);
    private static final Duration A_WHILE = Duration.ofMillis(100);

    /** For the transport's own test class. */
    protected ConnectContract() {}

    /**
     * Makes a transport that knows no host name at all, so that no look-up leaves the machine.
     *
     * @return a new transport, closed by the contract
     * @throws IllegalArgumentException if the engine has no resolver that can be replaced: the case is skipped
     */
    protected abstract Transport createWithFailingResolver();

    @Test
    void refused() {
        ClosedPort port = closing(new ClosedPort());
        RawServer server = serve(Answer.ok());
        Transport transport = open(ONE);

        Fault.REFUSED.isTold(soon(start(transport, port.get())));
        Fault.REFUSED.isTold(soon(start(transport, port.get())));

        assertThat(call(transport, get(server, "/")).response().status()).isEqualTo(200);
    }

    /** A host that swallows every packet looks like this, too. */
    @Test
    void unreachable() {
        FullPort port = closing(new FullPort());
        RawServer server = serve(Answer.ok());
        Transport transport = open(ONE.withConnectTimeout(Duration.ofMillis(100)));

        Fault.UNREACHABLE.isTold(soon(start(transport, port.get())));
        Fault.UNREACHABLE.isTold(soon(start(transport, port.get())));

        assertThat(call(transport, get(server, "/")).response().status()).isEqualTo(200);
    }

    @Test
    void anAbortWhileConnectingSendsNothing() {
        FullPort port = closing(new FullPort());
        RawServer server = serve(Answer.ok());
        Transport transport = open(ONE.withConnectTimeout(Duration.ofSeconds(40)));

        for (int i = 0; i < 2; i++) {
            InFlight inFlight = start(transport, port.get());
            inFlight.exchange().awaitAbortable();
            assertThat(inFlight.endsWithin(A_WHILE)).isFalse();
            inFlight.exchange().abort();
            assertAbortedUnsent(Fault.ABORTED_WHILE_CONNECTING, soon(inFlight));
        }

        assertThat(call(transport, get(server, "/")).response().status()).isEqualTo(200);
    }

    @Test
    void unknownHost() {
        Transport transport = openUnlessRefused(this::createWithFailingResolver);
        TransportRequest request = TransportRequest.of(
                "GET", URI.create("http://glpi.example.invalid"), "/", Headers.none(), RequestBody.none());

        List<InFlight> all = start(30, transport, request); // more than there are connections

        all.forEach(each -> Fault.UNKNOWN_HOST.isTold(soon(each)));
    }

    @Test
    void aServerWithoutTls() {
        RawServer plain = closing(RawServer.scripted(connection -> {
            connection.awaitFirstByte();
            connection.write(Answer.of(400).body(new byte[0]));
        }));
        RawServer server = serve(Answer.ok());
        // Loading the JDK's authorities takes its time.
        Transport transport =
                open(ONE.withTls(Tls.trusting(TestCertificates.shared().trustStore())));
        TransportRequest request = TransportRequest.of(
                "GET", URI.create("https://" + plain.authority()), "/", Headers.none(), RequestBody.none());

        Fault.NO_TLS.isTold(soon(start(transport, request)));
        Fault.NO_TLS.isTold(soon(start(transport, request)));

        plain.awaitOpen(0);
        assertThat(call(transport, get(server, "/")).response().status()).isEqualTo(200);
    }
}
