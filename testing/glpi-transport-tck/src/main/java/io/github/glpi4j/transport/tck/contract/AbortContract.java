package io.github.glpi4j.transport.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.client.Outcome;
import io.github.glpi4j.transport.tck.client.PendingExchange;
import io.github.glpi4j.transport.tck.client.TestExchange;
import io.github.glpi4j.transport.tck.server.Fault;
import io.github.glpi4j.transport.tck.server.Gate;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.ReceivedRequest;
import io.github.glpi4j.transport.tck.server.Stall;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An abort ends the exchange within the bound, wherever it hangs, and the pool loses no connection. Deadlines,
 * cancellation and limits all abort. On HTTP/1.1 the connection of an aborted exchange is closed, since more of the
 * response may follow.
 */
public abstract class AbortContract extends TransportContract {

    private static final int CONNECTIONS = 3;
    private static final Duration A_WHILE = Duration.ofMillis(200);

    /** For the transport's own test class. */
    protected AbortContract() {}

    @ParameterizedTest(name = "{arguments}")
    @EnumSource
    void endsTheExchangeAndKeepsThePoolComplete(Stall stall) {
        Gate gate = new Gate();
        RawServer server = serve(stall.orProbe(gate));
        Transport transport = openSmall(CONNECTIONS);

        for (int round = 1; round <= 2; round++) {
            List<PendingExchange> hanging = start(CONNECTIONS, transport, get(server, "/hang"));
            server.awaitRequests(round * CONNECTIONS);
            hanging.forEach(stall::awaitReached);
            hanging.forEach(each -> each.exchange().abort());
            hanging.forEach(each -> Fault.ABORTED_IN_FLIGHT.assertReported(soon(each)));
            server.awaitOpen(0);
        }
        server.assertRequests(2 * CONNECTIONS);
        assertPoolComplete(CONNECTIONS, transport, server, gate);
    }

    @Test
    void beforeTheStartSendsNothing() {
        Gate gate = new Gate();
        RawServer server = serve(Stall.SILENCE.orProbe(gate));
        Transport transport = openSmall(1);

        for (int i = 0; i < 3; i++) {
            TestExchange exchange = TestExchange.unlimited();
            exchange.abort();
            Fault.ABORTED_BEFORE_THE_START.assertReported(
                    soon(PendingExchange.start(transport, get(server, "/aborted"), exchange)));
        }

        server.assertRequests(0);
        assertPoolComplete(1, transport, server, gate);
    }

    @Test
    void inTheQueueSendsNothing() {
        Gate first = new Gate();
        RawServer server = serve((request, connection) -> {
            first.pass();
            connection.write(RawResponse.ok());
        });
        Transport transport = openSmall(1);
        PendingExchange holder = start(transport, get(server, "/holder"));
        server.awaitRequests(1);
        List<PendingExchange> queued = start(3, transport, get(server, "/queued"));
        PendingExchange patient = start(transport, get(server, "/patient"));
        queued.forEach(each -> each.exchange().awaitAbortable());
        queued.get(0).assertPending(A_WHILE);

        queued.forEach(each -> each.exchange().abort());

        queued.forEach(each -> Fault.ABORTED_IN_THE_QUEUE.assertReported(soon(each)));
        server.assertRequests(1);
        first.open();
        assertThat(soon(holder).response().status()).isEqualTo(200);
        assertThat(soon(patient).response().status()).isEqualTo(200);
        assertThat(server.requests()).extracting(ReceivedRequest::target).containsExactly("/holder", "/patient");
    }

    @Test
    void repeatedAbortsCountAsOne() throws InterruptedException {
        Gate gate = new Gate();
        RawServer server = serve(Stall.SILENCE.orProbe(gate));
        Transport transport = openSmall(1);
        PendingExchange hanging = start(transport, get(server, "/hang"));
        server.awaitRequests(1);
        hanging.exchange().awaitAbortable();

        Thread[] threads = new Thread[4];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(hanging.exchange()::abort, "tck-abort");
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        hanging.exchange().abort();

        Fault.ABORTED_IN_FLIGHT.assertReported(soon(hanging));
        assertPoolComplete(1, transport, server, gate);
    }

    /** A deadline may expire just after the end, when another exchange already uses the connection. */
    @Test
    void afterTheResponseAffectsNoOtherExchange() {
        Gate gate = new Gate();
        RawServer server = serve((request, connection) -> {
            if (request.target().equals("/second")) {
                gate.pass();
            }
            connection.write(RawResponse.ok());
        });
        Transport transport = openSmall(1);
        PendingExchange first = start(transport, get(server, "/first"));
        soon(first).response();
        PendingExchange second = start(transport, get(server, "/second"));
        server.awaitRequests(2);

        first.exchange().abort();
        second.assertPending(A_WHILE);
        gate.open();

        assertThat(soon(second).response().status()).isEqualTo(200);
        assertThat(server.accepted()).as("connections to the server").isEqualTo(1);
    }

    /** The exchange fails with the same exception that the sink threw, not with a copy. */
    @ParameterizedTest(name = "{arguments}")
    @EnumSource(names = {"HALF_A_BODY", "HALF_A_CHUNK", "DRIPPING_BODY", "DRIPPING_CHUNKS", "DRIPPING_UNTIL_CLOSE"})
    void aRefusalByTheSinkEndsTheExchange(Stall stall) {
        Gate gate = new Gate();
        RawServer server = serve(stall.orProbe(gate));
        Transport transport = openSmall(CONNECTIONS);

        for (int i = 0; i < CONNECTIONS; i++) {
            IOException refusal = new IOException("enough");
            TestExchange exchange = TestExchange.limited(2, refusal);
            Outcome outcome = soon(PendingExchange.start(transport, get(server, "/hang"), exchange));
            assertThat(outcome.failure()).isSameAs(refusal);
            assertThat(exchange.sinks().get(0).violations()).isEmpty();
            server.awaitOpen(0);
        }
        assertPoolComplete(CONNECTIONS, transport, server, gate);
    }

    private Transport openSmall(int connections) {
        return open(connections);
    }
}
