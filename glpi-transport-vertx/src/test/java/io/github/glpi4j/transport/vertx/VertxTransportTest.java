package io.github.glpi4j.transport.vertx;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.Answer;
import io.github.glpi4j.transport.tck.InFlight;
import io.github.glpi4j.transport.tck.Outcome;
import io.github.glpi4j.transport.tck.RawServer;
import io.github.glpi4j.transport.tck.TestExchange;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
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

/** What is Vert.x's own: who closes what, and what happens before and beside the wire. */
@Timeout(60)
class VertxTransportTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration A_WHILE = Duration.ofMillis(200);

    private final Vertx vertx = Vertx.vertx();
    private final RawServer server = RawServer.answering((request, connection) -> {
        if (request.target().startsWith("/silent")) {
            connection.hold();
        }
        connection.write(Answer.ok());
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

    private InFlight start(VertxTransport transport, String target, String... headers) {
        return start(transport, server.origin(), target, headers);
    }

    private static InFlight start(VertxTransport transport, URI origin, String target, String... headers) {
        TransportRequest request = TransportRequest.of("GET", origin, target, Headers.of(headers), RequestBody.none());
        return InFlight.start(transport, request, TestExchange.unlimited());
    }

    private void assertWorks(VertxTransport transport) {
        assertThat(start(transport, "/").outcome(SOON).response().status()).isEqualTo(200);
    }

    @Test
    void a_lent_vertx_stays_open_and_the_client_made_on_it_is_closed() throws Exception {
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
    void a_lent_web_client_stays_open() throws Exception {
        WebClient client = WebClient.create(vertx);
        VertxTransport transport = VertxTransport.create(client);
        InFlight hanging = start(transport, "/silent");
        server.awaitRequests(1);

        transport.close();

        hanging.outcome(SOON).failedWith(IOException.class);
        start(transport, "/").outcome(SOON).failedWith(RequestNotSentException.class);
        assertWorks(VertxTransport.create(client));
        client.close();
    }

    @Test
    void an_abort_on_a_lent_web_client_ends_the_exchange_at_once() {
        WebClient client = WebClient.create(vertx);
        InFlight hanging = start(VertxTransport.create(client), "/silent");
        server.awaitRequests(1);

        hanging.exchange().abort();

        hanging.outcome(SOON).failedWith(IOException.class);
        assertThat(hanging.exchange().targets()).isEmpty();
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
    void a_lent_web_client_tells_faults_in_the_words_of_the_jdk(String answer) {
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
    void a_transport_outlives_the_verticle_that_made_it() throws Exception {
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
    void a_lent_vertx_that_its_owner_closes_first_ends_the_exchanges() throws Exception {
        Vertx lent = Vertx.vertx();
        VertxTransport transport = VertxTransport.create(lent);
        InFlight hanging = start(transport, "/silent");
        server.awaitRequests(1);

        Verticles.await(lent.close());

        hanging.outcome(SOON).failedWith(IOException.class);
        InFlight late = start(transport, "/late");
        assertThat(late.outcome(SOON).failure()).isInstanceOf(IOException.class);
        transport.close();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void close_on_an_event_loop_only_starts() throws Exception {
        VertxTransport own = VertxTransport.create();
        VertxTransport lent = VertxTransport.create(vertx);
        InFlight ownHanging = start(own, "/silent");
        InFlight lentHanging = start(lent, "/silent");
        server.awaitRequests(2);

        Verticles.await(Verticles.on(vertx.getOrCreateContext(), () -> {
            own.close();
            lent.close();
            return true;
        }));

        ownHanging.outcome(SOON).failedWith(IOException.class);
        lentHanging.outcome(SOON).failedWith(IOException.class);
        server.awaitOpen(0);
    }

    @Test
    void close_from_what_is_attached_to_an_answer_only_starts() throws Exception {
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
    void an_abort_while_connecting_fails_at_once_and_gives_the_place_back() throws Exception {
        VertxTransport transport = open(TransportSettings.defaults().withMaxConnections(1));
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            InFlight connecting =
                    start(transport, URI.create("https://127.0.0.1:" + mute.getLocalPort()), "/handshake");
            Socket handshake = mute.accept();
            InFlight next = start(transport, URI.create("https://127.0.0.1:" + mute.getLocalPort()), "/next");
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

    /** Neither version of Vert.x can be told to give up connecting. */
    @Test
    void what_an_abort_left_connecting_keeps_its_place_until_the_connect_timeout() throws Exception {
        VertxTransport transport =
                open(TransportSettings.defaults().withMaxConnections(1).withConnectTimeout(Duration.ofSeconds(3)));
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            URI origin = URI.create("https://127.0.0.1:" + mute.getLocalPort());
            InFlight aborted = start(transport, origin, "/aborted");
            try (Socket left = mute.accept()) {
                aborted.exchange().abort();
                aborted.outcome(SOON).failedWith(RequestNotSentException.class);
                InFlight next = start(transport, origin, "/next");
                InFlight impatient = start(transport, origin, "/impatient");
                mute.setSoTimeout((int) A_WHILE.toMillis());
                assertThatThrownBy(mute::accept).isInstanceOf(SocketTimeoutException.class);
                impatient.exchange().awaitAbortable();
                impatient.exchange().abort();
                assertThat(impatient.outcome(SOON).failure()).hasMessageContaining("waited for one of 1 connections");

                left.setSoTimeout((int) SOON.toMillis());
                left.getInputStream().transferTo(OutputStream.nullOutputStream());

                mute.setSoTimeout((int) SOON.toMillis());
                mute.accept().close();
                next.outcome(SOON).failedWith(SSLException.class);
            }
        }
    }

    @Test
    void the_connect_timeout_bounds_the_tls_handshake_too() throws Exception {
        VertxTransport transport = open(TransportSettings.defaults().withConnectTimeout(Duration.ofMillis(300)));
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Outcome outcome = start(transport, URI.create("https://127.0.0.1:" + mute.getLocalPort()), "/")
                    .outcome(SOON);

            outcome.failedWith(ConnectException.class);
            assertThat(outcome.failure()).hasMessageContaining("within the connect timeout");
        }
    }

    @Test
    void who_waits_for_a_connection_is_told_so() {
        VertxTransport transport = open(TransportSettings.defaults().withMaxConnections(1));
        start(transport, "/silent");
        server.awaitRequests(1);
        InFlight waiting = start(transport, "/waiting");
        waiting.exchange().awaitAbortable();
        assertThat(waiting.endsWithin(A_WHILE)).isFalse();

        waiting.exchange().abort();

        Outcome outcome = waiting.outcome(SOON);
        outcome.failedWith(RequestNotSentException.class);
        assertThat(outcome.failure()).hasMessageContaining("waited for one of 1 connections to " + server.authority());
    }

    @Test
    void a_stalled_server_does_not_hold_up_another() {
        VertxTransport transport = open(TransportSettings.defaults().withMaxConnections(1));
        start(transport, "/silent");
        server.awaitRequests(1);

        try (RawServer other = RawServer.answering((request, connection) -> connection.write(Answer.ok()))) {
            assertThat(start(transport, other.origin(), "/")
                            .outcome(SOON)
                            .response()
                            .status())
                    .isEqualTo(200);
        }
    }

    /** Whoever shows the message says where to. */
    @Test
    void a_failure_to_connect_tells_the_reason_and_not_the_host_again() throws Exception {
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
    void a_lent_web_client_sends_one_user_agent_and_what_else_it_adds() {
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

    /** Vert.x queues without end, and hands out connections in turn to all who once asked. */
    @Test
    void thousands_that_gave_up_waiting_cost_no_connection() {
        VertxTransport transport = open(TransportSettings.defaults().withMaxConnections(2));
        InFlight first = start(transport, "/silent/1");
        InFlight second = start(transport, "/silent/2");
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
    void a_header_that_http_cannot_carry_is_refused_and_not_quoted(boolean webClient) {
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

    @Test
    void an_ipv6_address_keeps_its_brackets() throws Exception {
        VertxTransport transport = open(TransportSettings.defaults());
        byte[] loopback = new byte[16];
        loopback[15] = 1;
        try (ServerSocket six = new ServerSocket(0, 1, InetAddress.getByAddress(loopback))) {
            InFlight inFlight = start(transport, URI.create("http://[::1]:" + six.getLocalPort()), "/");

            try (Socket connection = six.accept()) {
                BufferedReader in = new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII));
                List<String> head = new ArrayList<>();
                for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                    head.add(line);
                }
                connection.getOutputStream().write(Answer.ok());

                assertThat(head).containsExactly("GET / HTTP/1.1", "host: [::1]:" + six.getLocalPort());
                assertThat(inFlight.outcome(SOON).response().status()).isEqualTo(200);
            }
        }
    }
}
