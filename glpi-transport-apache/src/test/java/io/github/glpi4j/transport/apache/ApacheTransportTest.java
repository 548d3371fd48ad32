package io.github.glpi4j.transport.apache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.Tls;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.TransportFactory;
import io.github.glpi4j.transport.tck.client.AcceptAllTrustManager;
import io.github.glpi4j.transport.tck.client.Outcome;
import io.github.glpi4j.transport.tck.client.PendingExchange;
import io.github.glpi4j.transport.tck.client.TestExchange;
import io.github.glpi4j.transport.tck.server.Gate;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.ServerTls;
import io.github.glpi4j.transport.tck.server.TestCertificates.Holder;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases beyond the contract suite that depend on HttpClient. */
class ApacheTransportTest extends TransportContract implements TransportFactory {

    private static final TransportSettings ONE_CONNECTION =
            TransportSettings.builder().maxConnections(1).build();
    private static final TransportSettings SHORT_CONNECT_TIMEOUT =
            TransportSettings.builder().connectTimeout(Duration.ofMillis(300)).build();

    @Override
    public Transport create(TransportSettings settings) {
        return ApacheTransport.create(settings);
    }

    @Test
    void adds_the_host_and_no_other_header() {
        RawServer server = serve(RawResponse.ok());
        Headers headers = Headers.of("X-One", "1", "x-two", "2", "X-One", "3");

        call(open(), TransportRequest.of("GET", server.origin(), "/", headers, RequestBody.none()))
                .response();

        assertThat(server.requests().get(0).headers().toString()).isEqualTo("[X-One, x-two, X-One, Host]");
    }

    @Test
    void adds_the_length_of_a_body_and_no_other_header() {
        RawServer server = serve(RawResponse.ok());
        RequestBody body = RequestBody.of("{\"é\":1}".getBytes(UTF_8));

        call(open(), TransportRequest.of("POST", server.origin(), "/", Headers.none(), body))
                .response();

        assertThat(server.requests().get(0).headers().toString()).isEqualTo("[Host, Content-Length]");
    }

    /** The JDK leaves the name to an extended trust manager, which may not check it. */
    @Test
    void a_certificate_of_another_host_is_refused_by_name() {
        RawServer other = serve(ServerTls.of(Holder.OTHER_HOST));
        Transport transport = open(TransportSettings.builder()
                .tls(Tls.trusting(new AcceptAllTrustManager()))
                .build());

        Throwable failure = soon(start(transport, get(other, "/"))).failure();

        assertThat(failure).isExactlyInstanceOf(SSLException.class).hasMessageContaining("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a?b=[1]{|}\\^`\"<>#x", "/%zz%", "//[::1]:80/", "/;a=b:@!$'()*,/?http://x/"})
    void sends_a_target_that_is_not_a_valid_uri(String target) {
        RawServer server = serve(RawResponse.ok());

        call(open(), get(server, target)).response();

        assertThat(server.requests().get(0).target()).isEqualTo(target);
    }

    @Test
    void an_interrupted_wait_for_a_connection_sends_nothing_and_keeps_the_interrupt() throws Exception {
        RawServer server = serve((request, connection) -> connection.hold());
        ApacheTransport transport = closing(ApacheTransport.create(ONE_CONNECTION));
        start(transport, get(server, "/first"));
        server.awaitRequests(1);
        FutureTask<Boolean> second = new FutureTask<>(() -> {
            assertThat(catchThrowable(() -> transport.exchange(get(server, "/second"), TestExchange.unlimited())))
                    .isExactlyInstanceOf(RequestNotSentException.class);
            return Thread.currentThread().isInterrupted();
        });
        Thread thread = new Thread(second);
        thread.start();

        thread.interrupt();

        assertThat(second.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void a_connection_that_died_while_idle_is_replaced() {
        Gate longIdle = new Gate();
        RawServer server = serve((request, connection) -> {
            connection.write(RawResponse.ok());
            connection.close();
        });
        Transport transport = open(ONE_CONNECTION);
        call(transport, get(server, "/")).response();
        server.awaitOpen(0);

        assertThat(longIdle.opensWithin(Duration.ofMillis(1200))).isFalse();

        assertThat(call(transport, get(server, "/")).response().status()).isEqualTo(200);
        assertThat(server.accepted()).isEqualTo(2);
    }

    /** HttpClient may lease the connection at the moment of the abort. */
    @Test
    void an_abort_while_a_connection_is_leased_keeps_the_pool_usable() {
        RawServer server = serve(RawResponse.ok());
        Transport transport = open(ONE_CONNECTION);

        for (int i = 0; i < 200; i++) {
            PendingExchange holder = start(transport, get(server, "/"));
            PendingExchange waiting = start(transport, get(server, "/"));
            waiting.exchange().awaitAbortable();
            waiting.exchange().abort();
            soon(waiting);
            assertThat(soon(holder).response().status()).isEqualTo(200);
        }

        assertThat(call(transport, get(server, "/")).response().status()).isEqualTo(200);
    }

    @Test
    void an_abort_while_connecting_sends_nothing() throws Exception {
        PendingExchange connecting = start(open(), get("http", fullListener()));
        connecting.exchange().awaitAbortable();

        connecting.exchange().abort();

        soon(connecting).failedWith(RequestNotSentException.class);
    }

    @Test
    void an_abort_during_a_tls_handshake_sends_nothing() {
        Gate helloCame = new Gate();
        RawServer server = closing(RawServer.scripted(connection -> {
            connection.awaitFirstByte();
            helloCame.open();
            connection.hold();
        }));
        PendingExchange shaking = start(open(), getSecurely(server));
        assertThat(helloCame.opensWithin(soon())).isTrue();

        shaking.exchange().abort();

        soon(shaking).failedWith(RequestNotSentException.class);
    }

    @Test
    void a_connect_timeout_reports_its_duration() throws Exception {
        Outcome outcome = call(open(SHORT_CONNECT_TIMEOUT), get("http", fullListener()));

        outcome.failedWith(ConnectException.class);
        assertThat(outcome.failure()).hasMessage("not within 300 ms");
    }

    @Test
    void a_silent_tls_handshake_is_a_connect_timeout() {
        RawServer server = closing(RawServer.scripted(connection -> connection.hold()));

        Outcome outcome = call(open(SHORT_CONNECT_TIMEOUT), getSecurely(server));

        outcome.failedWith(ConnectException.class);
        assertThat(outcome.failure()).hasMessage("not within 300 ms");
    }

    @Test
    void an_unknown_host_is_reported() {
        ApacheTransport transport = closing(
                ApacheTransport.builder().resolver(new FixedDnsResolver()).build());

        Outcome outcome = call(transport, get(URI.create("http://glpi.invalid")));

        outcome.failedWith(UnknownHostException.class);
        assertThat(outcome.failure()).hasMessageContaining("glpi.invalid");
    }

    @Test
    void an_ipv6_address_is_resolved_without_brackets_and_sent_with_them() {
        RawServer server = serve(RawResponse.ok());
        URI origin = URI.create("http://[::1]:" + server.origin().getPort());
        ApacheTransport transport = closing(
                ApacheTransport.builder().resolver(new FixedDnsResolver("::1")).build());

        call(transport, get(origin)).response();

        assertThat(server.requests().get(0).headers().firstValue("Host")).contains(origin.getAuthority());
    }

    /** The server may echo request headers in what HttpClient quotes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: s3cret\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX-Echo s3cret\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX s3cret: x\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: s3cret\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: s3cret\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\ns3cret\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\ns3cret\r\n\r\n",
                "HTTP/1.1 099 s3cret\r\n\r\n",
                "HTTP/9.9 200 s3cret\r\n\r\n",
                "HTTP/1.1 s3cret\r\n\r\n",
                "SSH-2.0-s3cret\r\n\r\n",
            })
    void an_invalid_response_is_not_quoted(String answer) {
        RawServer server = serve((request, connection) -> {
            connection.write(answer);
            connection.hold();
        });

        Outcome outcome = soon(start(open(), get(server, "/")));

        outcome.failedWith(IOException.class);
        assertThat(outcome.failure()).hasMessage("the response is not valid HTTP");
        for (Throwable t = outcome.failure(); t != null; t = t.getCause()) {
            assertThat(t.toString()).doesNotContain("s3cret");
            assertThat(t.getSuppressed()).isEmpty();
        }
    }

    /** HttpCore limits the length and number of lines, but not the total size. */
    @Test
    void the_total_size_of_headers_is_limited() {
        TransportSettings settings =
                TransportSettings.builder().maxHeaderBytes(4096).build();
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n";
        String filler = "a: b\r\n".repeat((4096 - head.length() - 2) / 6);
        RawServer fits = serve((head + filler + "\r\n").getBytes(UTF_8));
        RawServer tooMuch = serve((head + filler + "a: b\r\n\r\n").getBytes(UTF_8));

        assertThat(call(open(settings), get(fits, "/")).response().status()).isEqualTo(200);
        Outcome outcome = call(open(settings), get(tooMuch, "/"));

        outcome.failedWith(IOException.class);
        assertThat(outcome.failure()).hasMessageContaining("exceed the limit");
    }

    @Test
    void endless_trailers_fail() {
        RawServer server = serve((request, connection) -> {
            connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n");
            while (true) {
                connection.write("x: " + "y".repeat(1000) + "\r\n");
            }
        });

        soon(start(open(), get(server, "/"))).failedWith(IOException.class);
    }

    @Test
    void nothing_is_read_after_a_failure() {
        RawServer server = serve((request, connection) -> {
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n");
            while (true) {
                connection.write("y".repeat(1000));
            }
        });
        IOException enough = new IOException("enough");

        PendingExchange pending = PendingExchange.start(open(), get(server, "/"), TestExchange.limited(10, enough));

        assertThat(soon(pending).failure()).isSameAs(enough);
        assertThat(enough.getSuppressed()).isEmpty();
        server.awaitOpen(0);
    }

    /** HttpClient itself would shut down its pool. */
    @Test
    void an_error_while_sending_fails_only_its_exchange() {
        RawServer server = serve(RawResponse.ok());
        ApacheTransport transport = closing(ApacheTransport.create(ONE_CONNECTION));
        Error error = new OutOfMemoryError("thrown by the test");
        TransportRequest request =
                TransportRequest.of("POST", server.origin(), "/bad", Headers.none(), RequestBody.of(new byte[100_000]));
        ExchangeContext failing = new ExchangeContext() {
            @Override
            public void onAbort(Runnable abort) {}

            @Override
            public ResponseSink responseStarted(int status, Headers headers) {
                throw new AssertionError("there is no response");
            }

            @Override
            public void onProgress() {
                throw error;
            }
        };

        assertThat(catchThrowable(() -> transport.exchange(request, failing))).isSameAs(error);

        server.awaitOpen(0);
        assertThat(call(transport, get(server, "/good")).response().status()).isEqualTo(200);
    }

    /** A lookup may outlive the application. */
    @Test
    void resolves_names_on_daemon_threads_without_a_class_loader() {
        AtomicReference<Thread> thread = new AtomicReference<>();
        ApacheTransport transport = closing(ApacheTransport.builder()
                .resolver(new FixedDnsResolver() {
                    @Override
                    public InetAddress[] resolve(String host) throws UnknownHostException {
                        thread.set(Thread.currentThread());
                        return super.resolve(host);
                    }
                })
                .build());

        call(transport, get(URI.create("http://glpi.invalid"))).failedWith(UnknownHostException.class);

        Thread used = Objects.requireNonNull(thread.get(), "no look-up");
        assertThat(used.isDaemon()).isTrue();
        assertThat(used.getContextClassLoader()).isNull();
    }

    @Test
    void starts_no_thread() throws Exception {
        RawServer server = serve(RawResponse.ok());
        ApacheTransport transport = closing(ApacheTransport.create());
        Set<Thread> before = Thread.getAllStackTraces().keySet();

        transport.exchange(get(server, "/"), TestExchange.unlimited());

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(
                        thread -> !before.contains(thread) && !thread.getName().startsWith("tck-"))
                .isEmpty();
    }

    /** A listener with a full queue: connecting to it neither succeeds nor fails. */
    private ServerSocket fullListener() throws IOException {
        ServerSocket full = closing(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        for (int i = 0; i < 8; i++) {
            try {
                closing(new Socket()).connect(full.getLocalSocketAddress(), 200);
            } catch (SocketTimeoutException e) {
                return full;
            }
        }
        throw new AssertionError("the backlog is never full");
    }

    private static TransportRequest getSecurely(RawServer server) {
        return get(URI.create("https://" + server.authority()));
    }

    private static TransportRequest get(String scheme, ServerSocket server) {
        return get(URI.create(scheme + "://127.0.0.1:" + server.getLocalPort()));
    }

    private static TransportRequest get(URI origin) {
        return TransportRequest.of("GET", origin, "/", Headers.none(), RequestBody.none());
    }
}
