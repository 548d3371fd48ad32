package io.github.glpi4j.transport.vertx;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.client.FileDescriptors;
import io.github.glpi4j.transport.tck.client.PendingExchange;
import io.github.glpi4j.transport.tck.client.TestExchange;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** File bodies beyond the contract suite: blocked workers of Vert.x, and servers that respond before the end of a request. */
@Timeout(60)
class FileBodiesTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final byte[] CONTENT = new byte[2_000_000];

    @TempDir
    private Path folder;

    /** If workers read files, a worker that waits for its own file would wait forever. */
    @Test
    void all_workers_of_an_external_vertx_may_wait_for_their_files() throws Exception {
        Path up = Files.write(folder.resolve("up"), CONTENT);
        Path down = folder.resolve("down");
        Vertx vertx = Vertx.vertx(new VertxOptions().setWorkerPoolSize(1));
        VertxTransport transport = VertxTransport.create(vertx);
        try (RawServer server = RawServer.answering(
                (request, connection) -> connection.write(RawResponse.of(200).body(request.body())))) {
            TransportRequest request =
                    TransportRequest.of("POST", server.origin(), "/", Headers.none(), RequestBody.of(up));

            TransportResponse response = Verticles.await(Verticles.start(
                    vertx,
                    ThreadingModel.WORKER,
                    () -> transport
                            .exchange(request, TestExchange.into(down))
                            .toCompletableFuture()
                            .get(20, TimeUnit.SECONDS)));

            assertThat(response.status()).isEqualTo(200);
            assertThat(down).hasBinaryContent(CONTENT);
        }
        transport.close();
        Verticles.await(vertx.close());
    }

    @Test
    void an_early_response_is_delivered_and_its_connection_closed() throws Exception {
        RequestBody body = RequestBody.of(Files.write(folder.resolve("up"), new byte[20_000_000]));
        try (ServerSocket hasty = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                VertxTransport transport = VertxTransport.create(
                        TransportSettings.builder().maxConnections(1).build())) {
            URI origin = URI.create("http://127.0.0.1:" + hasty.getLocalPort());
            PendingExchange upload = start(transport, "POST", origin, body, TestExchange.unlimited());
            try (Socket first = hasty.accept()) {
                assertThat(first.getInputStream().read()).isEqualTo('P');
                first.getOutputStream().write(RawResponse.of(413).body(new byte[0]));

                assertThat(upload.outcome(SOON).response().status()).isEqualTo(413);

                PendingExchange next = start(transport, "GET", origin, RequestBody.none(), TestExchange.unlimited());
                try (Socket second = hasty.accept()) {
                    assertThat(second.getInputStream().read()).isEqualTo('G');
                    second.getOutputStream().write(RawResponse.ok());
                    assertThat(next.outcome(SOON).response().status()).isEqualTo(200);
                }
            }
        }
    }

    /** All file threads are busy until server and client have closed the connection. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 400000", "Transfer-Encoding: chunked", "Connection: close"})
    void a_response_is_complete_although_the_server_closes_before_it_is_written(String framing) throws Exception {
        Path down = folder.resolve("down");
        CountDownLatch free = new CountDownLatch(1);
        Vertx vertx = Vertx.vertx();
        VertxTransport transport = writingOnce(free, vertx, TransportSettings.defaults());
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI origin = URI.create("http://127.0.0.1:" + server.getLocalPort());
            PendingExchange download = start(transport, "GET", origin, RequestBody.none(), TestExchange.into(down));
            try (Socket connection = server.accept()) {
                assertThat(connection.getInputStream().read()).isEqualTo('G');
                OutputStream out = connection.getOutputStream();
                out.write(("HTTP/1.1 200 OK\r\n" + framing + "\r\n\r\n").getBytes(US_ASCII));
                boolean chunked = framing.endsWith("chunked");
                for (int i = 0; i < 100; i++) {
                    out.write((chunked ? "fa0\r\n" : "").getBytes(US_ASCII));
                    out.write(CONTENT, 0, 4_000);
                    out.write((chunked ? "\r\n" : "").getBytes(US_ASCII));
                }
                out.write((chunked ? "0\r\n\r\n" : "").getBytes(US_ASCII));
                connection.shutdownOutput();
                connection.setSoTimeout((int) SOON.toMillis());
                connection.getInputStream().transferTo(OutputStream.nullOutputStream());
            }
            assertThat(download.endsWithin(Duration.ofMillis(100))).isFalse();

            free.countDown();

            assertThat(download.outcome(SOON).response().status()).isEqualTo(200);
            assertThat(down).hasSize(400_000);
        } finally {
            free.countDown();
        }
        transport.close();
        Verticles.await(vertx.close());
    }

    /**
     * The response exceeds the buffer, so that Vert.x withholds its end; how much depends on how the bytes arrive. The
     * exchange may start on another event loop than the one that reads the connection.
     */
    @ParameterizedTest
    @CsvSource({
        "Content-Length: %d, false",
        "Content-Length: %d, true",
        "Connection: close, false",
        "Connection: close, true"
    })
    void a_response_is_complete_although_the_server_closes_while_it_is_paused(String framing, boolean elsewhere)
            throws Exception {
        Path down = folder.resolve("down");
        for (int more = 0; more < 16; more++) {
            int length = 4_250_000 + more * 40_000;

            CompletableFuture<TransportResponse> download =
                    downloadOnceClosed(framing.formatted(length), length, down, elsewhere);

            assertThat(download).succeedsWithin(SOON);
            assertThat(down).hasSize(length);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 9000000", "Transfer-Encoding: chunked\r\n\r\n895440"})
    void a_truncated_response_fails_even_if_it_was_paused(String framing) throws Exception {
        for (int more = 0; more < 8; more++) {
            CompletableFuture<TransportResponse> download =
                    downloadOnceClosed(framing, 4_250_000 + more * 80_000, folder.resolve("down"), false);

            assertThat(download)
                    .failsWithin(SOON)
                    .withThrowableThat()
                    .withCauseExactlyInstanceOf(IOException.class)
                    .withMessageContaining("no complete response");
        }
    }

    /** A download of zeros on a reused connection, into a file to which nothing is written until the connection is closed. */
    private CompletableFuture<TransportResponse> downloadOnceClosed(
            String framing, int length, Path down, boolean elsewhere) throws Exception {
        Vertx vertx = Vertx.vertx();
        CountDownLatch free = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        try (VertxTransport transport = writingOnce(free, vertx, TransportSettings.defaults());
                RawServer server = RawServer.answering((request, connection) -> {
                    if (request.target().equals("/first")) {
                        connection.write(RawResponse.ok());
                    } else {
                        connection.write("HTTP/1.1 200 OK\r\n" + framing + "\r\n\r\n");
                        connection.write(new byte[length]);
                        connection.close();
                        closed.countDown();
                    }
                })) {
            Verticles.await(transport
                    .exchange(get(server, "/first"), TestExchange.unlimited())
                    .toCompletableFuture());
            Callable<CompletionStage<TransportResponse>> start =
                    () -> transport.exchange(get(server, "/"), TestExchange.into(down));
            CompletionStage<TransportResponse> download = elsewhere
                    ? Verticles.await(Verticles.start(vertx, ThreadingModel.EVENT_LOOP, start))
                    : start.call();
            // Not, if Vert.x stops reading so early, as 4.5 may, that the server has to wait: then it closes
            // afterwards.
            boolean ignored = closed.await(300, TimeUnit.MILLISECONDS);
            assertThat(download.toCompletableFuture()).isNotDone();
            free.countDown();
            Verticles.await(download.handle((response, failure) -> true).toCompletableFuture());
            return download.toCompletableFuture();
        } finally {
            free.countDown();
            Verticles.await(vertx.close());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_slow_file_pauses_the_response(boolean chunked) throws Exception {
        byte[] large = new byte[64_000_000];
        Path down = folder.resolve("down");
        CountDownLatch free = new CountDownLatch(1);
        CountDownLatch sent = new CountDownLatch(1);
        Vertx vertx = Vertx.vertx();
        VertxTransport transport = writingOnce(free, vertx, TransportSettings.defaults());
        try (RawServer server = RawServer.answering((request, connection) -> {
            RawResponse answer = RawResponse.of(200);
            connection.write(chunked ? answer.chunked(large, 100_000) : answer.body(large));
            sent.countDown();
            if (!chunked) {
                connection.close(); // Not for chunked responses: see ResponseFileWriter.
            }
        })) {
            PendingExchange download =
                    start(transport, "GET", server.origin(), RequestBody.none(), TestExchange.into(down));
            assertThat(sent.await(2, TimeUnit.SECONDS)).as("all is sent").isFalse();

            free.countDown();

            assertThat(download.outcome(SOON.multipliedBy(3)).response().status())
                    .isEqualTo(200);
            assertThat(down).hasSize(large.length);
        } finally {
            free.countDown();
        }
        transport.close();
        Verticles.await(vertx.close());
    }

    /** A transport that writes nothing to files until the latch opens. */
    private static VertxTransport writingOnce(CountDownLatch free, Vertx vertx, TransportSettings settings) {
        FileIoExecutor workers = new FileIoExecutor();
        for (int i = 0; i < 10; i++) {
            workers.run(() -> free.await(30, TimeUnit.SECONDS));
        }
        return new VertxTransport(HttpClientEngine.create(vertx, false, settings, workers));
    }

    /** Ten times, since the result depends on what the threads are doing. */
    @Test
    void no_file_stays_open_when_an_external_vertx_is_closed() throws Exception {
        Path down = folder.toRealPath().resolve("down");
        for (int i = 0; i < 10; i++) {
            Vertx vertx = Vertx.vertx();
            try (RawServer server = RawServer.answering((request, connection) -> {
                        connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345");
                        connection.hold();
                    });
                    VertxTransport transport = VertxTransport.create(vertx)) {
                TestExchange exchange = TestExchange.into(down);
                PendingExchange download = start(transport, "GET", server.origin(), RequestBody.none(), exchange);
                if (i % 2 == 0) {
                    exchange.awaitProgress(0);
                } else {
                    server.awaitRequests(1);
                }

                Verticles.await(vertx.close());

                download.outcome(SOON).failedWith(IOException.class);
                server.awaitOpen(0);
            }
            assertThat(FileDescriptors.isClosed(down, SOON)).as("closed").isTrue();
        }
    }

    @Test
    void a_file_that_cannot_be_written_is_reported() throws Exception {
        Path nowhere = folder.resolve("missing").resolve("down");
        try (RawServer server = RawServer.answering((request, connection) -> connection.write(RawResponse.ok()));
                VertxTransport transport = VertxTransport.create(
                        TransportSettings.builder().maxConnections(1).build())) {
            for (int i = 0; i < 2; i++) {
                start(transport, "GET", server.origin(), RequestBody.none(), TestExchange.into(nowhere))
                        .outcome(SOON)
                        .failedWith(IOException.class);
            }
        }
    }

    private static TransportRequest get(RawServer server, String target) {
        return TransportRequest.of("GET", server.origin(), target, Headers.none(), RequestBody.none());
    }

    private static PendingExchange start(
            VertxTransport transport, String method, URI origin, RequestBody body, TestExchange exchange) {
        return PendingExchange.start(
                transport, TransportRequest.of(method, origin, "/", Headers.none(), body), exchange);
    }
}
