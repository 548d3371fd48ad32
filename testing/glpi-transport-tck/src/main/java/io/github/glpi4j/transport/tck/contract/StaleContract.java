package io.github.glpi4j.transport.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.client.Outcome;
import io.github.glpi4j.transport.tck.client.PendingExchange;
import io.github.glpi4j.transport.tck.server.Gate;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.ReceivedRequest;
import io.github.glpi4j.transport.tck.server.ServerConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A server may close a connection in the pool. After two idle seconds, a transport must notice and use another.
 * Earlier, it may notice too late; it then reports the request as sent, and does not retry it.
 */
public abstract class StaleContract extends TransportContract {

    private static final Duration IDLE = Duration.ofMillis(2_200);

    /** For the transport's own test class. */
    protected StaleContract() {}

    /** Tests both methods in one case, to wait only once. */
    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void afterTwoIdleSecondsTheNextCallWorks() {
        RawServer server = closingAfterEachResponse(new Gate());
        Transport reading = open(1);
        Transport writing = open(1);
        call(reading, get(server, "/first")).response();
        call(writing, get(server, "/first")).response();
        server.awaitOpen(0);
        assertThat(new Gate().opensWithin(IDLE)).isFalse();

        Outcome read = soon(start(reading, request("GET", server, "/read")));
        Outcome written = soon(start(writing, request("POST", server, "/written")));

        assertThat(read.response().status()).isEqualTo(200);
        assertThat(written.response().status()).isEqualTo(200);
        assertThat(server.requests())
                .extracting(ReceivedRequest::target)
                .containsExactly("/first", "/first", "/read", "/written");
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void anImmediateWriteSucceedsOrCountsAsSent() {
        Gate gate = new Gate();
        RawServer server = closingAfterEachResponse(gate);
        Transport transport = open(2);

        for (int i = 0; i < 30; i++) {
            String target = "/write/" + i;
            Outcome outcome = soon(start(transport, request("POST", server, target)));
            long received = server.requests().stream()
                    .filter(request -> request.target().equals(target))
                    .count();
            if (outcome.failed()) {
                outcome.failedWith(IOException.class);
                assertThat(received).as(target).isLessThan(2);
            } else {
                assertThat(received).as(target).isEqualTo(1);
            }
            server.awaitOpen(0);
        }
        // The last response may have left a connection in the pool that the transport has not yet found closed.
        assertThat(new Gate().opensWithin(IDLE)).isFalse();
        assertPoolComplete(2, transport, server, gate);
    }

    /** A restart closes all idle connections; the single retry of a call must not get another dead one. */
    @Test
    void afterARestartACallFailsOnceAtMost() {
        int connections = 20;
        Gate gate = new Gate();
        List<ServerConnection> open = new CopyOnWriteArrayList<>();
        RawServer server = serve((request, connection) -> {
            if (request.target().equals("/first")) {
                open.add(connection);
                gate.pass();
            }
            connection.write(RawResponse.ok());
        });
        Transport transport = open(connections);
        List<PendingExchange> first = start(connections, transport, get(server, "/first"));
        server.awaitRequests(connections);
        gate.open();
        first.forEach(each -> soon(each).response());

        open.forEach(ServerConnection::close);
        server.awaitOpen(0);

        int failures = 0;
        for (int i = 0; i < connections; i++) {
            Outcome outcome = soon(start(transport, get(server, "/second")));
            failures += outcome.failed() ? 1 : 0;
        }
        assertThat(failures).as("failures after the restart").isLessThan(2);
    }

    private RawServer closingAfterEachResponse(Gate gate) {
        return serve(gate.probeOr((request, connection) -> {
            connection.write(RawResponse.ok());
            connection.close();
        }));
    }

    private static TransportRequest request(String method, RawServer server, String target) {
        RequestBody body = method.equals("POST") ? RequestBody.of(new byte[] {1, 2}) : RequestBody.none();
        return TransportRequest.of(method, server.origin(), target, Headers.none(), body);
    }
}
