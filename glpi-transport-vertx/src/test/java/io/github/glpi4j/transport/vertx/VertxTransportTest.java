package io.github.glpi4j.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.client.Outcome;
import io.github.glpi4j.transport.tck.client.PendingExchange;
import io.github.glpi4j.transport.tck.client.TestExchange;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClient;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Behaviour beyond the contract suite: ownership, closing, waiting and connecting. */
@Timeout(60)
class VertxTransportTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration A_WHILE = Duration.ofMillis(200);

    private final Vertx vertx = Vertx.vertx();
    private final RawServer server = RawServer.answering((request, connection) -> {
        if (request.target().startsWith("/silent")) {
            connection.hold();
        }
        connection.write(RawResponse.ok());
    });
    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
        server.close();
        Verticles.await(vertx.close());
    }

    private VertxTransport open(TransportSettings settings) {
        VertxTransport transport = VertxTransport.create(settings);
        opened.add(transport);
        return transport;
    }

    private PendingExchange start(VertxTransport transport, String target, String... headers) {
        return start(transport, server.origin(), target, headers);
    }

    private static PendingExchange start(VertxTransport transport, URI origin, String target, String... headers) {
        TransportRequest request = TransportRequest.of("GET", origin, target, Headers.of(headers), RequestBody.none());
        return PendingExchange.start(transport, request, TestExchange.unlimited());
    }

    private void assertWorks(VertxTransport transport) {
        assertThat(start(transport, "/").outcome(SOON).response().status()).isEqualTo(200);
    }

    @Test
    void an_external_vertx_stays_open_and_the_transports_client_is_closed() throws Exception {
        VertxTransport transport = VertxTransport.create(vertx);
        assertWorks(transport);
        server.awaitOpen(1);

        transport.close();

        server.awaitOpen(0);
        start(transport, "/").outcome(SOON).failedWith(RequestNotSentException.class);
        VertxTransport next = VertxTransport.create(vertx);
        assertWorks(next);
        next.close();
    }

    @Test
    void an_external_web_client_stays_open() throws Exception {
        WebClient client = WebClient.create(vertx);
        VertxTransport transport = VertxTransport.create(client);
        PendingExchange hanging = start(transport, "/silent");
        server.awaitRequests(1);

        transport.close();

        hanging.outcome(SOON).failedWith(IOException.class);
        start(transport, "/").outcome(SOON).failedWith(RequestNotSentException.class);
        assertWorks(VertxTransport.create(client));
        client.close();
    }

    @Test
    void an_abort_on_an_external_web_client_ends_the_exchange_immediately() {
        WebClient client = WebClient.create(vertx);
        PendingExchange hanging = start(VertxTransport.create(client), "/silent");
        server.awaitRequests(1);

        hanging.exchange().abort();

        hanging.outcome(SOON).failedWith(IOException.class);
        assertThat(hanging.exchange().sinks()).isEmpty();
        client.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SSH-2.0-OpenSSH_9.2p1\r\n\r\n",
                "HTTP/1.1 200 OK\r\n",
                "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n123",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n12345\r\n0\r\n\r\n"
            })
    void an_external_web_client_reports_jdk_exceptions(String answer) {
        WebClient client = WebClient.create(vertx);
        try (RawServer broken = RawServer.answering((request, connection) -> {
            connection.write(answer);
            connection.close();
        })) {
            start(VertxTransport.create(client), broken.origin(), "/")
                    .outcome(SOON)
                    .failedWith(IOException.class);
        }
        client.close();
    }

    @Test
    void a_transport_outlives_the_verticle_that_created_it() throws Exception {
        VertxTransport transport =
                Verticles.await(Verticles.start(vertx, ThreadingModel.EVENT_LOOP, () -> VertxTransport.create(vertx)));
        opened.add(transport);
        assertWorks(transport);

        for (String verticle : vertx.deploymentIDs()) {
            Verticles.await(vertx.undeploy(verticle));
        }

        assertWorks(transport);
    }

    @Test
    void closing_the_external_vertx_first_ends_the_exchanges() throws Exception {
        Vertx external = Vertx.vertx();
        VertxTransport transport = VertxTransport.create(external);
        PendingExchange hanging = start(transport, "/silent");
        server.awaitRequests(1);

        Verticles.await(external.close());

        hanging.outcome(SOON).failedWith(IOException.class);
        PendingExchange late = start(transport, "/late");
        assertThat(late.outcome(SOON).failure()).isInstanceOf(IOException.class);
        transport.close();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void close_on_an_event_loop_does_not_wait() throws Exception {
        VertxTransport own = VertxTransport.create();
        VertxTransport onExternal = VertxTransport.create(vertx);
        PendingExchange ownHanging = start(own, "/silent");
        PendingExchange hangingOnExternal = start(onExternal, "/silent");
        server.awaitRequests(2);

        Verticles.await(Verticles.on(vertx.getOrCreateContext(), () -> {
            own.close();
            onExternal.close();
            return true;
        }));

        ownHanging.outcome(SOON).failedWith(IOException.class);
        hangingOnExternal.outcome(SOON).failedWith(IOException.class);
        server.awaitOpen(0);
    }

    @Test
    void close_in_a_dependent_of_a_response_does_not_wait() throws Exception {
        VertxTransport transport = VertxTransport.create();
        TransportRequest request = TransportRequest.of("GET", server.origin(), "/", Headers.none(), RequestBody.none());

        Verticles.await(transport
                .exchange(request, TestExchange.unlimited())
                .thenAccept(answer -> transport.close())
                .toCompletableFuture());

        Verticles.await(transport.closeAsync().toCompletableFuture());
        server.awaitOpen(0);
    }

    @Test
    void an_abort_while_connecting_fails_immediately_and_frees_the_place() throws Exception {
        VertxTransport transport =
                open(TransportSettings.builder().maxConnections(1).build());
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            PendingExchange connecting =
                    start(transport, URI.create("https://127.0.0.1:" + mute.getLocalPort()), "/handshake");
            Socket handshake = mute.accept();
            PendingExchange next = start(transport, URI.create("https://127.0.0.1:" + mute.getLocalPort()), "/next");
            assertThat(connecting.endsWithin(A_WHILE)).isFalse();

            connecting.exchange().abort();

            Outcome outcome = connecting.outcome(SOON);
            outcome.failedWith(RequestNotSentException.class);
            assertThat(outcome.failure()).hasMessageContaining("while connecting to 127.0.0.1:" + mute.getLocalPort());
            assertThat(next.endsWithin(A_WHILE)).isFalse();
            handshake.close();
            mute.accept().close();
            next.outcome(SOON).failedWith(SSLException.class);
        }
    }

    /** Neither version of Vert.x can cancel a connect. */
    @Test
    void an_aborted_connect_keeps_its_place_until_the_connect_timeout() throws Exception {
        VertxTransport transport = open(TransportSettings.builder()
                .maxConnections(1)
                .connectTimeout(Duration.ofSeconds(3))
                .build());
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            URI origin = URI.create("https://127.0.0.1:" + mute.getLocalPort());
            PendingExchange aborted = start(transport, origin, "/aborted");
            try (Socket left = mute.accept()) {
                aborted.exchange().abort();
                aborted.outcome(SOON).failedWith(RequestNotSentException.class);
                PendingExchange next = start(transport, origin, "/next");
                PendingExchange impatient = start(transport, origin, "/impatient");
                mute.setSoTimeout((int) A_WHILE.toMillis());
                assertThatThrownBy(mute::accept).isInstanceOf(SocketTimeoutException.class);
                impatient.exchange().awaitAbortable();
                impatient.exchange().abort();
                assertThat(impatient.outcome(SOON).failure()).hasMessageContaining("waiting for one of 1 connections");

                left.setSoTimeout((int) SOON.toMillis());
                left.getInputStream().transferTo(OutputStream.nullOutputStream());

                mute.setSoTimeout((int) SOON.toMillis());
                mute.accept().close();
                next.outcome(SOON).failedWith(SSLException.class);
            }
        }
    }

    @Test
    void waiting_for_a_connection_is_reported() {
        VertxTransport transport =
                open(TransportSettings.builder().maxConnections(1).build());
        start(transport, "/silent");
        server.awaitRequests(1);
        PendingExchange waiting = start(transport, "/waiting");
        waiting.exchange().awaitAbortable();
        assertThat(waiting.endsWithin(A_WHILE)).isFalse();

        waiting.exchange().abort();

        Outcome outcome = waiting.outcome(SOON);
        outcome.failedWith(RequestNotSentException.class);
        assertThat(outcome.failure()).hasMessageContaining("waiting for one of 1 connections to " + server.authority());
    }

    @Test
    void a_stalled_server_does_not_delay_others() {
        VertxTransport transport =
                open(TransportSettings.builder().maxConnections(1).build());
        start(transport, "/silent");
        server.awaitRequests(1);

        try (RawServer other = RawServer.answering((request, connection) -> connection.write(RawResponse.ok()))) {
            assertThat(start(transport, other.origin(), "/")
                            .outcome(SOON)
                            .response()
                            .status())
                    .isEqualTo(200);
        }
    }

    /** The library adds the host to the message. */
    @Test
    void a_failure_to_connect_reports_the_reason_without_the_host() throws Exception {
        VertxTransport transport = open(TransportSettings.defaults());
        try (Socket closed = new Socket()) {
            closed.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

            Outcome refused = start(transport, URI.create("http://127.0.0.1:" + closed.getLocalPort()), "/")
                    .outcome(SOON);

            refused.failedWith(ConnectException.class);
            assertThat(refused.failure()).hasMessage("Connection refused");
        }
    }

    @Test
    void an_external_web_client_sends_one_user_agent_and_its_own_headers() {
        WebClient client = WebClient.create(vertx);

        start(VertxTransport.create(client), "/", "User-Agent", "glpi4j", "X-Twice", "1", "x-twice", "2")
                .outcome(SOON)
                .response();

        assertThat(server.requests()).singleElement().satisfies(request -> {
            assertThat(request.headers().allValues("User-Agent")).containsExactly("glpi4j");
            assertThat(request.headers().allValues("X-Twice")).containsExactly("1", "2");
        });
        client.close();
    }

    /** The queue of Vert.x is unbounded and cannot be left. */
    @Test
    void thousands_of_aborted_waits_use_no_connection() {
        VertxTransport transport =
                open(TransportSettings.builder().maxConnections(2).build());
        PendingExchange first = start(transport, "/silent/1");
        PendingExchange second = start(transport, "/silent/2");
        server.awaitRequests(2);
        TransportRequest request =
                TransportRequest.of("GET", server.origin(), "/waiting", Headers.none(), RequestBody.none());
        List<TestExchange> waiting = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            TestExchange exchange = TestExchange.unlimited();
            waiting.add(exchange);
            transport.exchange(request, exchange);
        }

        waiting.forEach(TestExchange::abort);
        first.exchange().abort();
        second.exchange().abort();

        assertWorks(transport);
        assertThat(server.accepted()).isLessThanOrEqualTo(4);
        assertThat(server.requests()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void an_invalid_header_value_is_rejected_and_not_quoted(boolean webClient) {
        VertxTransport transport =
                webClient ? VertxTransport.create(WebClient.create(vertx)) : open(TransportSettings.defaults());

        for (String value : List.of("s3cret\u0001", "s3cret\u20ac", "s3cret\u010a", "s3cret\ud83d")) {
            Outcome outcome = start(transport, "/", "App-Token", value).outcome(SOON);

            outcome.failedWith(RequestNotSentException.class);
            StringWriter trace = new StringWriter();
            outcome.failure().printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).contains("App-Token").doesNotContain("s3cret");
        }
        assertThat(server.requests()).isEmpty();
    }
}
