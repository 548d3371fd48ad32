package io.github.glpi4j.transport.apache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the contract suite does not ask, or asks of every transport and is worth a closer look in this engine. */
@Timeout(30)
class ApacheTransportTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable resource : opened) {
            resource.close();
        }
    }

    @Test
    void sends_nothing_but_what_it_was_given_and_the_host() throws Exception {
        RawServer server = open(RawServer.answering(OK));

        transport()
                .exchange(
                        get(server, "/apirest.php/initSession", "X-One", "1", "x-two", "2", "X-One", "3"),
                        new MemoryExchange());

        assertThat(server.nextRequest())
                .isEqualTo("GET /apirest.php/initSession HTTP/1.1\r\nX-One: 1\r\nx-two: 2\r\nX-One: 3\r\nHost: "
                        + server.origin().getAuthority() + "\r\n\r\n");
    }

    @Test
    void sends_a_body_with_its_length_and_no_content_type_of_its_own() throws Exception {
        RawServer server = open(RawServer.answering(OK));
        byte[] body = "{\"é\":1}".getBytes(StandardCharsets.UTF_8);

        transport()
                .exchange(
                        TransportRequest.of("POST", server.origin(), "/", Headers.none(), RequestBody.of(body)),
                        new MemoryExchange());

        assertThat(server.nextRequest())
                .isEqualTo("POST / HTTP/1.1\r\nHost: " + server.origin().getAuthority()
                        + "\r\nContent-Length: 8\r\n\r\n" + new String(body, StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "//apirest.php",
                "/a//b/../c/./d",
                "/..%2F%2e%2E/%41%7e",
                "/a?",
                "/a??b=?&&=c",
                "/a?b=%5B0%5D&b=+%20&c=[1]{|}\\^`\"<>",
                "/;a=b:@!$'()*,/?http://x/",
                "/%zz%"
            })
    void sends_the_target_byte_for_byte(String target) throws Exception {
        RawServer server = open(RawServer.answering(OK));

        transport().exchange(get(server, target), new MemoryExchange());

        assertThat(server.nextRequest()).startsWith("GET " + target + " HTTP/1.1\r\n");
    }

    @Test
    void reuses_one_connection_for_calls_in_a_row() throws Exception {
        RawServer server = open(new RawServer(connection -> RawServer.send(
                connection, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n")));
        ApacheTransport transport = transport();

        for (int i = 0; i < 20; i++) {
            TransportResponse answer = transport.exchange(get(server, "/"), new MemoryExchange());
            assertThat(text(answer)).isEqualTo("ok");
        }

        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void waits_for_a_connection_as_long_as_it_takes() throws Exception {
        CountDownLatch mayAnswer = new CountDownLatch(1);
        RawServer server = open(new RawServer(connection -> {
            await(mayAnswer);
            RawServer.send(connection, OK);
        }));
        ApacheTransport transport = transport(TransportSettings.defaults().withMaxConnections(1));
        CompletableFuture<TransportResponse> first = inThread(transport, get(server, "/1"), new MemoryExchange());
        server.nextRequest();
        MemoryExchange waiting = new MemoryExchange();
        CompletableFuture<TransportResponse> second = inThread(transport, get(server, "/2"), waiting);
        waiting.awaitBegun();

        mayAnswer.countDown();

        assertThat(text(first.get(10, TimeUnit.SECONDS))).isEqualTo("ok");
        assertThat(text(second.get(10, TimeUnit.SECONDS))).isEqualTo("ok");
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void an_interrupted_wait_for_a_connection_sends_nothing_and_keeps_the_interrupt() throws Exception {
        RawServer server = open(new RawServer(connection -> {}));
        ApacheTransport transport = transport(TransportSettings.defaults().withMaxConnections(1));
        CompletableFuture<TransportResponse> first = inThread(transport, get(server, "/1"), new MemoryExchange());
        server.nextRequest();
        FutureTask<Boolean> interrupted = new FutureTask<>(() -> {
            assertThat(catchThrowable(() -> transport.exchange(get(server, "/2"), new MemoryExchange())))
                    .isExactlyInstanceOf(RequestNotSentException.class);
            return Thread.currentThread().isInterrupted();
        });
        Thread thread = new Thread(interrupted);
        thread.start();

        thread.interrupt();

        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(first).isNotDone();
        assertThat(server.requestsSoFar()).isEmpty();
    }

    @Test
    void an_abort_while_a_connection_is_waited_for_leaves_the_pool_whole() throws Exception {
        CountDownLatch mayAnswer = new CountDownLatch(1);
        RawServer server = open(new RawServer(connection -> {
            await(mayAnswer);
            RawServer.send(connection, OK);
        }));
        ApacheTransport transport = transport(TransportSettings.defaults().withMaxConnections(1));
        CompletableFuture<TransportResponse> first = inThread(transport, get(server, "/1"), new MemoryExchange());
        server.nextRequest();

        for (int i = 0; i < 50; i++) {
            MemoryExchange waiting = new MemoryExchange();
            CompletableFuture<TransportResponse> aborted = inThread(transport, get(server, "/2"), waiting);
            waiting.awaitBegun();
            waiting.abort();
            assertThat(failure(aborted)).isExactlyInstanceOf(RequestNotSentException.class);
        }
        mayAnswer.countDown();
        first.get(10, TimeUnit.SECONDS);

        assertThat(text(transport.exchange(get(server, "/3"), new MemoryExchange())))
                .isEqualTo("ok");
        assertThat(server.nextRequest()).startsWith("GET /3 ");
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void an_abort_before_anything_sends_nothing() throws Exception {
        RawServer server = open(RawServer.answering(OK));
        MemoryExchange aborted = new MemoryExchange();
        aborted.abort();

        assertThatThrownBy(() -> transport().exchange(get(server, "/"), aborted))
                .isExactlyInstanceOf(RequestNotSentException.class);
        assertThat(server.connections()).isZero();
    }

    @Test
    void an_abort_while_the_connection_is_opened_sends_nothing() throws Exception {
        MemoryExchange exchange = new MemoryExchange();
        TransportRequest request =
                get(URI.create("http://127.0.0.1:" + fullListener().getLocalPort()), "/");
        CompletableFuture<TransportResponse> connecting = inThread(transport(), request, exchange);
        exchange.awaitBegun();

        exchange.abort();

        assertThat(failure(connecting)).isExactlyInstanceOf(RequestNotSentException.class);
    }

    @Test
    void a_connect_timeout_names_host_port_and_time() throws Exception {
        ApacheTransport transport = transport(TransportSettings.defaults().withConnectTimeout(Duration.ofMillis(300)));
        URI origin = URI.create("http://127.0.0.1:" + fullListener().getLocalPort());

        assertThatThrownBy(() -> transport.exchange(get(origin, "/"), new MemoryExchange()))
                .isExactlyInstanceOf(ConnectException.class)
                .hasMessage("no connection to " + origin.getAuthority() + " within 300 ms");
    }

    @Test
    void a_silent_tls_handshake_is_a_connect_timeout() throws Exception {
        RawServer server = open(new RawServer(connection -> {}));
        ApacheTransport transport = transport(TransportSettings.defaults().withConnectTimeout(Duration.ofMillis(300)));
        URI origin = URI.create("https://" + server.origin().getAuthority());

        assertThatThrownBy(() -> transport.exchange(get(origin, "/"), new MemoryExchange()))
                .isExactlyInstanceOf(ConnectException.class)
                .hasMessageContaining(origin.getAuthority())
                .hasMessageContaining("300 ms");
    }

    @Test
    void an_unknown_host_is_told_as_such() {
        ApacheTransport transport =
                open(ApacheTransport.builder().resolver(new FailingResolver()).build());

        assertThatThrownBy(() -> transport.exchange(get(URI.create("http://glpi.invalid"), "/"), new MemoryExchange()))
                .isExactlyInstanceOf(UnknownHostException.class)
                .hasMessageContaining("glpi.invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX-Echo s3cret\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX Echo: s3cret\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: s3cret\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: s3cret\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\ns3cret\r\n",
                "HTTP/1.1 099 s3cret\r\n\r\n",
                "HTTP/9.9 200 s3cret\r\n\r\n",
                "HTTP/1.1 s3cret\r\n\r\n",
                "SSH-2.0-s3cret\r\n\r\n",
            })
    void a_broken_answer_is_an_io_exception_that_does_not_quote_it(String answer) throws Exception {
        RawServer server = open(new RawServer(connection -> {
            RawServer.send(connection, answer);
            connection.shutdownOutput();
        }));
        ApacheTransport transport = transport();

        Throwable failure = catchThrowable(() -> transport.exchange(get(server, "/"), new MemoryExchange()));

        assertThat(failure)
                .isExactlyInstanceOf(IOException.class)
                .hasMessageContaining(server.origin().getAuthority());
        for (Throwable t = failure; t != null; t = t.getCause()) {
            assertThat(t.toString()).doesNotContain("s3cret");
        }
    }

    @Test
    void many_small_headers_count_together() throws Exception {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n";
        int limit = 4096;
        String filler = "a: b\r\n".repeat((limit - head.length() - 2) / 6);
        ApacheTransport transport = transport(TransportSettings.defaults().withMaxHeaderBytes(limit));
        RawServer fits = open(RawServer.answering(head + filler + "\r\n"));
        RawServer tooMuch = open(RawServer.answering(head + filler + "a: b\r\n\r\n"));

        assertThat(transport.exchange(get(fits, "/"), new MemoryExchange()).status())
                .isEqualTo(200);
        assertThatThrownBy(() -> transport.exchange(get(tooMuch, "/"), new MemoryExchange()))
                .isExactlyInstanceOf(IOException.class)
                .hasMessageContaining("longer than allowed");
    }

    @Test
    void trailers_without_end_are_cut_off() throws Exception {
        RawServer server = open(new RawServer(connection -> {
            RawServer.send(connection, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n");
            while (true) {
                RawServer.send(connection, "x: " + "y".repeat(1000) + "\r\n");
            }
        }));

        assertThatThrownBy(() -> transport().exchange(get(server, "/"), new MemoryExchange()))
                .isExactlyInstanceOf(IOException.class);
    }

    @Test
    void an_endless_body_is_not_read_on_after_a_failure() throws Exception {
        CountDownLatch hungUp = new CountDownLatch(1);
        RawServer server = open(new RawServer(connection -> {
            try {
                RawServer.send(connection, "HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n");
                while (true) {
                    RawServer.send(connection, "y".repeat(1000));
                }
            } finally {
                hungUp.countDown();
            }
        }));
        IOException enough = new IOException("enough");
        MemoryExchange refusing = new MemoryExchange(enough);

        assertThatThrownBy(() -> transport().exchange(get(server, "/"), refusing))
                .isSameAs(enough);
        await(hungUp);
    }

    @Test
    void close_fails_what_is_in_flight_and_all_that_comes_later() throws Exception {
        RawServer server = open(new RawServer(connection -> {}));
        ApacheTransport transport = transport();
        CompletableFuture<TransportResponse> inFlight = inThread(transport, get(server, "/"), new MemoryExchange());
        server.nextRequest();

        transport.close();
        transport.close();

        assertThat(failure(inFlight)).isExactlyInstanceOf(IOException.class);
        assertThatThrownBy(() -> transport.exchange(get(server, "/"), new MemoryExchange()))
                .isExactlyInstanceOf(RequestNotSentException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void starts_no_thread() throws Exception {
        RawServer server = open(RawServer.answering(OK));
        var before = Thread.getAllStackTraces().keySet();

        transport().exchange(get(server, "/"), new MemoryExchange());

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(
                        thread -> !before.contains(thread) && !thread.getName().startsWith("raw-server"))
                .isEmpty();
    }

    private ApacheTransport transport() {
        return open(ApacheTransport.create());
    }

    private ApacheTransport transport(TransportSettings settings) {
        return open(ApacheTransport.create(settings));
    }

    private <T extends AutoCloseable> T open(T resource) {
        opened.add(0, resource);
        return resource;
    }

    static TransportRequest get(RawServer server, String target, String... headers) {
        return get(server.origin(), target, headers);
    }

    static TransportRequest get(URI origin, String target, String... headers) {
        return TransportRequest.of("GET", origin, target, Headers.of(headers), RequestBody.none());
    }

    static String text(TransportResponse answer) {
        return StandardCharsets.UTF_8.decode(answer.body()).toString();
    }

    private static CompletableFuture<TransportResponse> inThread(
            ApacheTransport transport, TransportRequest request, MemoryExchange exchange) {
        CompletableFuture<TransportResponse> answer = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                answer.complete(transport.exchange(request, exchange));
            } catch (Throwable e) {
                answer.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return answer;
    }

    private static @Nullable Throwable failure(CompletableFuture<?> future) {
        return assertThatThrownBy(() -> future.get(10, TimeUnit.SECONDS))
                .actual()
                .getCause();
    }

    /** A listener that accepts nothing more: connecting to it neither works nor fails. */
    private ServerSocket fullListener() throws Exception {
        ServerSocket full = open(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        for (int i = 0; i < 8; i++) {
            Socket filler = open(new Socket());
            try {
                filler.connect(full.getLocalSocketAddress(), 200);
            } catch (SocketTimeoutException e) {
                return full;
            }
        }
        throw new AssertionError("the backlog is never full");
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new AssertionError("waited in vain");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
