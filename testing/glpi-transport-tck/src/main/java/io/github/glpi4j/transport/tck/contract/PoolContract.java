package io.github.glpi4j.transport.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.client.PendingExchange;
import io.github.glpi4j.transport.tck.server.Bytes;
import io.github.glpi4j.transport.tck.server.Gate;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Connections are kept and reused, and their number never exceeds the limit. The limit is counted at one server, since
 * a client uses one GLPI; several servers must merely not block each other.
 */
public abstract class PoolContract extends TransportContract {

    private static final Duration A_WHILE = Duration.ofMillis(300);

    /** For the transport's own test class. */
    protected PoolContract() {}

    @Test
    void oneConnectionServesCallsOneAfterAnother() {
        RawServer server = serve(RawResponse.ok());
        Transport transport = open();

        for (int i = 0; i < 50; i++) {
            assertReaches(server, "/" + i, transport);
        }

        assertThat(server.accepted()).as("connections to the server").isEqualTo(1);
    }

    @ParameterizedTest(name = "{arguments}")
    @ValueSource(ints = {1, 5})
    void neverMoreConnectionsThanAllowed(int connections) {
        Gate gate = new Gate();
        RawServer server = serve(gate.holding(RawResponse.ok()));
        Transport transport = open(connections);

        List<PendingExchange> all = start(4 * connections, transport, get(server, "/"));
        server.awaitRequests(connections);
        all.forEach(each -> each.exchange().awaitAbortable());
        boolean tooMany = server.opensMoreThan(connections, A_WHILE);
        gate.open();

        all.forEach(each -> assertThat(soon(each).response().status()).isEqualTo(200));
        assertThat(tooMany).as("more connections than allowed").isFalse();
        assertThat(server.accepted()).as("connections to the server").isEqualTo(connections);
    }

    @Test
    void reusesEveryOpenConnection() {
        Gate first = new Gate();
        Gate second = new Gate();
        RawServer server = serve((request, connection) -> {
            (request.target().equals("/first") ? first : second).pass();
            connection.write(RawResponse.ok());
        });
        Transport transport = open(4);

        for (Gate gate : List.of(first, second)) {
            int before = server.requests().size();
            List<PendingExchange> round = start(4, transport, get(server, gate == first ? "/first" : "/second"));
            server.awaitRequests(before + 4);
            gate.open();
            round.forEach(each -> soon(each).response());
        }

        assertThat(server.accepted()).as("connections to the server").isEqualTo(4);
    }

    @Test
    void manyCallsShareFewConnections() {
        RawServer server = serve(RawResponse.of(200).chunked(Bytes.counting(5_000), 700));
        Transport transport = open(3);

        List<PendingExchange> all = start(60, transport, get(server, "/"));

        all.forEach(each -> assertThat(soon(each).body()).isEqualTo(Bytes.counting(5_000)));
        assertThat(server.mostOpen()).as("connections at the same time").isLessThanOrEqualTo(3);
        server.assertRequests(60);
    }

    @Test
    void aConnectionThatTheServerWillCloseIsNotUsedAgain() {
        RawServer server = serve((request, connection) -> {
            connection.write(RawResponse.of(200).header("Connection", "close").body(new byte[] {1}));
            connection.hold();
        });
        Transport transport = open(1);

        for (int i = 1; i <= 3; i++) {
            assertThat(call(transport, get(server, "/")).body()).containsExactly(1);
            assertThat(server.accepted()).as("connections to the server").isEqualTo(i);
        }
        server.awaitOpen(0);
    }

    @Test
    void twoServersDoNotStarveEachOther() {
        RawServer one = serve(RawResponse.ok());
        RawServer two = serve(RawResponse.ok());
        Transport transport = open(1);

        for (int i = 0; i < 5; i++) {
            assertThat(soon(start(transport, get(one, "/"))).response().status())
                    .isEqualTo(200);
            assertThat(soon(start(transport, get(two, "/"))).response().status())
                    .isEqualTo(200);
        }

        one.assertRequests(5);
        two.assertRequests(5);
    }
}
