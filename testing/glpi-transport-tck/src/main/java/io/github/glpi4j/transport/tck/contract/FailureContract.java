package io.github.glpi4j.transport.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.client.Outcome;
import io.github.glpi4j.transport.tck.client.PendingExchange;
import io.github.glpi4j.transport.tck.server.Fault;
import io.github.glpi4j.transport.tck.server.Gate;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.ReceivedRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A fault of the server is reported as exactly one class, the request is sent exactly once, and the pool loses no
 * connection. Header limits count the bytes up to the end of the headers.
 */
public abstract class FailureContract extends TransportContract {

    private static final int CONNECTIONS = 2;

    /** For the transport's own test class. */
    protected FailureContract() {}

    static Stream<Fault> faultsOfTheServer() {
        return Arrays.stream(Fault.values()).filter(Fault::isPlayedByTheServer);
    }

    @ParameterizedTest(name = "{arguments}")
    @MethodSource("faultsOfTheServer")
    void reportsTheExactClassAndKeepsThePoolComplete(Fault fault) {
        Gate gate = new Gate();
        RawServer server = serve(bad(fault, gate));
        Transport transport = open(CONNECTIONS);

        for (int i = 1; i <= CONNECTIONS + 1; i++) {
            PendingExchange pending = start(transport, get(server, "/bad"));
            fault.assertReported(soon(pending));
            server.assertRequests(fault.sent() == Fault.Sent.YES ? i : 0);
            assertThat(pending.exchange().sinks()).hasSizeLessThan(2);
            server.awaitOpen(0);
        }
        assertPoolComplete(CONNECTIONS, transport, server, gate);
    }

    /** Some engines retry on another connection, but only the library knows whether that is safe. */
    @ParameterizedTest(name = "{arguments}")
    @ValueSource(strings = {"GET", "PUT", "DELETE", "POST"})
    void reportsADeadReusedConnectionWithoutRetrying(String method) {
        Gate gate = new Gate();
        RawServer server = serve(bad(Fault.CLOSES_BEFORE_THE_RESPONSE, gate));
        Transport transport = open(CONNECTIONS);
        call(transport, get(server, "/good")).response();

        Outcome outcome = call(
                transport,
                TransportRequest.of(
                        method, server.origin(), "/bad", Headers.none(), RequestBody.of(new byte[] {1, 2, 3})));

        Fault.CLOSES_BEFORE_THE_RESPONSE.assertReported(outcome);
        assertThat(server.requests()).extracting(ReceivedRequest::target).containsExactly("/good", "/bad");
        assertPoolComplete(CONNECTIONS, transport, server, gate);
    }

    @ParameterizedTest(name = "{arguments}")
    @ValueSource(ints = {503, 429, 500, 408})
    void anErrorStatusIsNotRetried(int status) {
        RawServer server =
                serve(RawResponse.of(status).header("Retry-After", "0").body(new byte[0]));
        Transport transport = open();

        assertThat(call(transport, get(server, "/")).response().status()).isEqualTo(status);
        assertThat(call(transport, get(server, "/")).response().status()).isEqualTo(status);

        server.assertRequests(2);
    }

    @Test
    void headersUpToTheLimitPass() {
        RawResponse response = RawResponse.of(200).header("X-Long", "v".repeat(30_000));
        for (int i = 0; i < 300; i++) {
            response = response.header("X-" + i, "v".repeat(90));
        }
        RawServer server = serve(response.body(new byte[0]));

        assertThat(call(open(), get(server, "/")).response().headers().size()).isEqualTo(302);
    }

    @ParameterizedTest(name = "{arguments}")
    @ValueSource(ints = {1, 10, 50})
    void honoursALowerHeaderLimit(int fields) {
        TransportSettings settings =
                TransportSettings.builder().maxHeaderBytes(4_096).build();
        RawServer server = serve((request, connection) -> {
            boolean over = request.target().equals("/over");
            connection.write(headerBytes(fields, over ? 4_500 : 3_500));
        });
        Transport transport = open(settings);

        assertReaches(server, "/under", transport);
        Fault.HEADERS_TOO_MANY.assertReported(call(transport, get(server, "/over")));
        assertReaches(server, "/under", transport);
    }

    /** Endless headers must not fill the memory or keep the exchange until its deadline. */
    @Test
    void stopsEndlessHeadersAtTheLimit() {
        Gate never = new Gate();
        RawServer server = serve((request, connection) -> {
            connection.write("HTTP/1.1 200 OK\r\n");
            while (!never.opensWithin(Duration.ZERO)) {
                connection.write("X-Endless: " + "x".repeat(1_000) + "\r\n");
            }
        });
        PendingExchange pending = start(open(), get(server, "/"));

        try {
            Fault.HEADERS_TOO_MANY.assertReported(soon(pending));
            server.awaitOpen(0);
        } finally {
            never.open();
        }
    }

    private static RawServer.Responder bad(Fault fault, Gate gate) {
        return gate.probeOr((request, connection) -> {
            if (request.target().equals("/bad")) {
                fault.play(connection);
            } else {
                connection.write(RawResponse.ok());
            }
        });
    }

    /** Returns an empty response with a status line and headers of about this size. */
    private static byte[] headerBytes(int fields, int bytes) throws IOException {
        RawResponse response = RawResponse.of(200);
        for (int i = 0; i < fields; i++) {
            response = response.header("X-" + i, "v".repeat(bytes / fields - 8));
        }
        return response.body(new byte[0]);
    }
}
