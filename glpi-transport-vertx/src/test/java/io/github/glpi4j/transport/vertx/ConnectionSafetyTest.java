package io.github.glpi4j.transport.vertx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.client.PendingExchange;
import io.github.glpi4j.transport.tck.client.TestExchange;
import io.github.glpi4j.transport.tck.server.Gate;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.vertx.core.Context;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Neither a response nor an abort reaches another call, on an external Vert.x with several event loops. */
@Timeout(120)
class ConnectionSafetyTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int ROUNDS = 200;

    private Vertx vertx;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(4));
    }

    @AfterEach
    void stop() throws Exception {
        Verticles.await(vertx.close());
    }

    /** Each abort coincides with its response; concurrent calls succeed. */
    @Test
    void an_abort_reaches_its_own_exchange_only() throws Exception {
        List<Context> loops = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            loops.add(Verticles.await(Verticles.start(vertx, ThreadingModel.EVENT_LOOP, Vertx::currentContext)));
        }
        Map<String, TestExchange> aborted = new ConcurrentHashMap<>();
        try (RawServer server = RawServer.answering((request, connection) -> {
                    connection.write(RawResponse.ok());
                    TestExchange exchange = aborted.remove(request.target());
                    if (exchange != null) {
                        exchange.abort();
                    }
                });
                VertxTransport transport = VertxTransport.create(
                        vertx, TransportSettings.builder().maxConnections(4).build())) {
            for (int round = 0; round < ROUNDS; round++) {
                List<CompletableFuture<TransportResponse>> healthy = new ArrayList<>();
                for (int i = 0; i < 16; i++) {
                    TestExchange doomed = TestExchange.unlimited();
                    String target = "/aborted/" + i;
                    aborted.put(target, doomed);
                    CompletableFuture<TransportResponse> unused =
                            start(loops.get(i % 4), transport, get(server, target), doomed);
                    healthy.add(start(
                            loops.get((i + 1) % 4), transport, get(server, "/healthy"), TestExchange.unlimited()));
                }
                for (CompletableFuture<TransportResponse> each : healthy) {
                    assertThat(each.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
                }
            }
        }
    }

    private static CompletableFuture<TransportResponse> start(
            Context loop, VertxTransport transport, TransportRequest request, TestExchange exchange) {
        CompletableFuture<TransportResponse> ended = new CompletableFuture<>();
        loop.runOnContext(ignored -> {
            CompletionStage<?> unused = transport.exchange(request, exchange).whenComplete((response, failure) -> {
                if (failure == null) {
                    ended.complete(response);
                } else {
                    ended.completeExceptionally(failure);
                }
            });
        });
        return ended;
    }

    /** A second response in the same packet, while the next exchange waits for the connection. */
    @Test
    void an_unsolicited_response_reaches_no_exchange() {
        byte[] stranger = RawResponse.of(200).body("stranger".getBytes(ISO_8859_1));
        try (RawServer server = RawServer.answering((request, connection) -> {
                    byte[] own = RawResponse.of(200).body(request.target().getBytes(ISO_8859_1));
                    connection.write(new String(own, ISO_8859_1) + new String(stranger, ISO_8859_1));
                });
                VertxTransport transport = VertxTransport.create(
                        vertx, TransportSettings.builder().maxConnections(1).build())) {
            List<PendingExchange> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                all.add(PendingExchange.start(transport, get(server, "/" + i), TestExchange.unlimited()));
            }
            for (int i = 0; i < all.size(); i++) {
                assertThat(new String(all.get(i).outcome(SOON).body(), ISO_8859_1))
                        .isEqualTo("/" + i);
            }
            assertThat(server.accepted()).isEqualTo(20);
        }
    }

    /** A second response arrives while the event loop is busy with the task that starts the next exchange. */
    @Test
    void an_unsolicited_response_that_has_not_been_read_reaches_no_exchange() throws Exception {
        Vertx single = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        Gate release = new Gate();
        Gate written = new Gate();
        try (RawServer server = RawServer.answering((request, connection) -> {
                    connection.write(RawResponse.of(200).body(request.target().getBytes(ISO_8859_1)));
                    if (request.target().equals("/first")) {
                        release.pass();
                        connection.write(RawResponse.of(200).body("stranger".getBytes(ISO_8859_1)));
                        written.open();
                    }
                });
                VertxTransport transport = VertxTransport.create(single)) {
            PendingExchange first = PendingExchange.start(transport, get(server, "/first"), TestExchange.unlimited());
            assertThat(first.outcome(SOON).body()).asString(ISO_8859_1).isEqualTo("/first");

            Context loop = single.getOrCreateContext();
            loop.runOnContext(ignored -> assertThat(written.opensWithin(SOON)).isTrue());
            CompletableFuture<TransportResponse> second =
                    start(loop, transport, get(server, "/second"), TestExchange.unlimited());
            release.open();

            assertThat(ISO_8859_1
                            .decode(second.get(20, TimeUnit.SECONDS).body())
                            .toString())
                    .isEqualTo("/second");
        } finally {
            Verticles.await(single.close());
        }
    }

    /** A second response arrives while code that depends on the first one holds up the event loop. */
    @Test
    void an_unsolicited_response_reaches_no_exchange_that_waits_for_the_connection() throws Exception {
        Gate first = new Gate();
        Gate release = new Gate();
        Gate written = new Gate();
        try (RawServer server = RawServer.answering((request, connection) -> {
                    if (request.target().equals("/first")) {
                        first.pass();
                    }
                    connection.write(RawResponse.of(200).body(request.target().getBytes(ISO_8859_1)));
                    if (request.target().equals("/first")) {
                        release.pass();
                        connection.write(RawResponse.of(200).body("stranger".getBytes(ISO_8859_1)));
                        written.open();
                    }
                });
                VertxTransport transport = VertxTransport.create(
                        vertx, TransportSettings.builder().maxConnections(1).build())) {
            CompletionStage<?> blocking = transport
                    .exchange(get(server, "/first"), TestExchange.unlimited())
                    .thenRun(() -> {
                        release.open();
                        assertThat(written.opensWithin(SOON)).isTrue();
                    });
            CompletableFuture<TransportResponse> second = transport
                    .exchange(get(server, "/second"), TestExchange.unlimited())
                    .toCompletableFuture();
            first.open();

            assertThat(ISO_8859_1
                            .decode(second.get(20, TimeUnit.SECONDS).body())
                            .toString())
                    .isEqualTo("/second");
            assertThat(blocking.toCompletableFuture()).isCompleted();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: xchunked\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: identity, chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n2\r\nok\r\n0\r\n\r\n",
                "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: +2\r\n\r\nok",
                "HTTP/1.1 2000 OK\r\nContent-Length: 2\r\n\r\nok"
            })
    void ambiguous_framing_is_rejected_and_the_connection_closed(String response) {
        try (RawServer server = RawServer.answering((request, connection) -> connection.write(response));
                VertxTransport transport = VertxTransport.create(vertx)) {
            PendingExchange.start(transport, get(server), TestExchange.unlimited())
                    .outcome(SOON)
                    .failedWith(IOException.class);
            server.awaitOpen(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"target", "write", "response"})
    void an_error_of_the_sink_fails_the_exchange_and_closes_the_connection(String where) throws Exception {
        try (RawServer server = RawServer.answering((request, connection) ->
                        connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n"));
                VertxTransport transport = VertxTransport.create(vertx)) {
            CompletableFuture<?> failure = transport
                    .exchange(get(server), new Throwing(where))
                    .handle((response, thrown) -> thrown)
                    .toCompletableFuture();

            assertThat(failure.get(10, TimeUnit.SECONDS)).isInstanceOf(OutOfMemoryError.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 s3cret OK\r\n\r\n", "HTTP/1.1 200 OK\r\ns3cret\u0001: x\r\n\r\n", "s3cret"})
    void the_response_is_not_quoted(String response) {
        try (RawServer server = RawServer.answering((request, connection) -> {
                    connection.write(response);
                    connection.close();
                });
                VertxTransport transport = VertxTransport.create(vertx)) {
            StringWriter trace = new StringWriter();
            PendingExchange.start(transport, get(server), TestExchange.unlimited())
                    .outcome(SOON)
                    .failure()
                    .printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).doesNotContain("s3cret");
        }
    }

    private static TransportRequest get(RawServer server) {
        return get(server, "/");
    }

    private static TransportRequest get(RawServer server, String target) {
        return TransportRequest.of("GET", server.origin(), target, Headers.none(), RequestBody.none());
    }

    private record Throwing(String where) implements ExchangeContext {

        @Override
        public void onAbort(Runnable abort) {}

        @Override
        public ResponseSink responseStarted(int status, Headers headers) {
            throwIn("target");
            return new ResponseSink() {
                @Override
                public void write(byte[] bytes, int offset, int length) {
                    throwIn("write");
                }

                @Override
                public TransportResponse response() {
                    throwIn("response");
                    throw new IllegalStateException("not reached");
                }
            };
        }

        private void throwIn(String place) {
            if (place.equals(where)) {
                throw new OutOfMemoryError("played");
            }
        }
    }
}
