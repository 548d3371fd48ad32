package io.github.glpi4j.transport.vertx;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.Tls;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.client.PendingExchange;
import io.github.glpi4j.transport.tck.client.TestExchange;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Exchanges that share an HTTP/2 connection do not affect each other. */
@Timeout(60)
class Http2StreamsTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration A_WHILE = Duration.ofMillis(200);

    private static final TransportSettings HTTP2 =
            TransportSettings.builder().http2().tls(Tls.insecureTrustAll()).build();

    @TempDir
    private Path folder;

    private final VertxTransport transport = VertxTransport.create(HTTP2);

    private final Http2Server server = Http2Server.answering(Http2StreamsTest::answer);
    private final List<HttpServerRequest> silent = new ArrayList<>();

    /** /silent and /never do not respond, /drip never ends, /deaf does not read the body, /hasty responds before it. */
    private static void answer(HttpServerRequest request) {
        switch (request.path()) {
            case "/silent", "/never" -> {}
            case "/deaf" -> request.pause();
            case "/hasty" -> request.pause().response().setStatusCode(413).end();
            case "/reset" -> reset(request.response());
            case "/drip" -> drip(request.response().setChunked(true));
            default -> request.response().end("whole");
        }
    }

    private static void drip(HttpServerResponse response) {
        response.write(Buffer.buffer(new byte[1000])).onSuccess(written -> drip(response));
    }

    private static void reset(HttpServerResponse response) {
        response.setChunked(true).write(Buffer.buffer("half")).onSuccess(written -> Http2Server.reset(response));
    }

    @BeforeEach
    void connect() throws Exception {
        start("GET", "/first", RequestBody.none()).outcome(SOON).response();
        assertThat(server.awaitRequest().version()).isEqualTo(HttpVersion.HTTP_2);
    }

    @AfterEach
    void close() {
        transport.close();
        server.close();
    }

    @Test
    void an_abort_ends_its_own_stream_only() throws Exception {
        List<PendingExchange> others = startSilent(5);
        PendingExchange aborted = start("GET", "/silent", RequestBody.none());
        server.awaitRequest();

        aborted.exchange().abort();

        aborted.outcome(SOON).failedWith(IOException.class);
        assertThat(server.awaitReset()).isEqualTo("/silent 8");
        assertOthersGoOn(others);
    }

    @Test
    void an_abort_ends_an_endless_response() throws Exception {
        List<PendingExchange> others = startSilent(2);
        PendingExchange aborted = start("GET", "/drip", RequestBody.none());
        aborted.exchange().awaitBody(10_000);
        server.awaitRequest();

        aborted.exchange().abort();

        aborted.outcome(SOON).failedWith(IOException.class);
        assertThat(server.awaitReset()).isEqualTo("/drip 8");
        assertOthersGoOn(others);
    }

    @Test
    void an_abort_ends_an_upload_that_the_server_does_not_read() throws Exception {
        List<PendingExchange> others = startSilent(2);
        Path large = Files.write(folder.resolve("large"), new byte[3_000_000]);
        PendingExchange aborted = start("POST", "/deaf", RequestBody.of(large));
        server.awaitRequest();
        assertThat(aborted.endsWithin(A_WHILE)).isFalse();

        aborted.exchange().abort();

        aborted.outcome(SOON).failedWith(IOException.class);
        assertThat(server.awaitReset()).isEqualTo("/deaf 8");
        assertOthersGoOn(others);
    }

    @Test
    void an_abort_ends_a_download_into_a_file() throws Exception {
        List<PendingExchange> others = startSilent(2);
        Path file = folder.resolve("down");
        PendingExchange aborted =
                PendingExchange.start(transport, request("GET", "/drip", RequestBody.none()), TestExchange.into(file));
        server.awaitRequest();
        assertThat(aborted.endsWithin(A_WHILE)).isFalse();

        aborted.exchange().abort();

        aborted.outcome(SOON).failedWith(IOException.class);
        assertThat(server.awaitReset()).isEqualTo("/drip 8");
        assertOthersGoOn(others);
    }

    /** More aborts than a connection has streams, each of an exchange whose request already exists. */
    @Test
    void aborts_before_sending_use_no_stream() throws Exception {
        abortAtOnce(500, transport, server);

        assertOthersGoOn(startSilent(19));
    }

    /** The limit of connections applies to exchanges. */
    @Test
    void exchanges_over_the_limit_wait() throws Exception {
        List<PendingExchange> all = startSilent(20);

        PendingExchange waiting = start("GET", "/silent", RequestBody.none());
        assertThat(waiting.endsWithin(A_WHILE)).isFalse();
        waiting.exchange().abort();

        waiting.outcome(SOON).failedWith(RequestNotSentException.class);
        all.remove(19).exchange().abort();
        silent.remove(19);
        assertOthersGoOn(all);
    }

    /** Each aborted exchange still gets a stream, in total more than a connection has. */
    @Test
    void aborts_while_connecting_use_no_stream() {
        try (Http2Server few = Http2Server.withStreams(10, Http2StreamsTest::answer);
                VertxTransport fresh = VertxTransport.create(
                        HTTP2.toBuilder().maxConnections(30).build())) {
            abortAtOnce(30, fresh, few);
            List<PendingExchange> good = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                good.add(start(fresh, few, "/good"));
            }
            for (PendingExchange each : good) {
                assertThat(each.outcome(SOON).response().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_stream_reset_by_the_server_fails_only_its_exchange() throws Exception {
        List<PendingExchange> others = startSilent(2);

        start("GET", "/reset", RequestBody.none()).outcome(SOON).failedWith(IOException.class);

        assertOthersGoOn(others);
    }

    @Test
    void an_early_response_is_delivered_and_ends_the_upload() throws Exception {
        List<PendingExchange> others = startSilent(2);
        Path large = Files.write(folder.resolve("large"), new byte[3_000_000]);

        PendingExchange hasty = start("POST", "/hasty", RequestBody.of(large));

        assertThat(hasty.outcome(SOON).response().status()).isEqualTo(413);
        assertThat(server.awaitReset()).isEqualTo("/hasty 8");
        assertOthersGoOn(others);
    }

    @Test
    void closing_the_transport_ends_all_exchanges() throws Exception {
        List<PendingExchange> all = startSilent(5);

        transport.close();

        for (PendingExchange each : all) {
            each.outcome(SOON).failedWith(IOException.class);
        }
    }

    @Test
    void closing_the_external_vertx_first_ends_the_exchanges() throws Exception {
        Vertx external = Vertx.vertx();
        VertxTransport onExternal = VertxTransport.create(external, HTTP2);
        PendingExchange hanging = start(onExternal, server, "/silent");
        awaitSilent();

        Verticles.await(external.close());

        hanging.outcome(SOON).failedWith(IOException.class);
        onExternal.close();
    }

    @Test
    void more_connections_are_opened_if_one_has_too_few_streams() throws Exception {
        try (Http2Server few = Http2Server.withStreams(3, request -> {});
                VertxTransport fresh = VertxTransport.create(HTTP2)) {
            List<PendingExchange> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                all.add(start(fresh, few, "/"));
            }
            List<HttpServerRequest> waiting = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                waiting.add(few.awaitRequest());
            }
            for (HttpServerRequest each : waiting) {
                each.response().end();
            }
            for (PendingExchange each : all) {
                assertThat(each.outcome(SOON).response().status()).isEqualTo(200);
            }
            assertThat(few.connections()).isBetween(7, 20);
        }
    }

    @Test
    void http_1_is_used_if_the_server_chooses_it() throws Exception {
        try (Http2Server old = Http2Server.choosingHttp1(Http2StreamsTest::answer);
                VertxTransport fresh = VertxTransport.create(
                        HTTP2.toBuilder().maxConnections(1).build())) {
            assertThat(start(fresh, old, "/").outcome(SOON).response().status()).isEqualTo(200);
            assertThat(old.awaitRequest().version()).isEqualTo(HttpVersion.HTTP_1_1);
            PendingExchange aborted = start(fresh, old, "/silent");
            old.awaitRequest();

            aborted.exchange().abort();

            aborted.outcome(SOON).failedWith(IOException.class);
            assertThat(start(fresh, old, "/").outcome(SOON).response().status()).isEqualTo(200);
            assertThat(old.connections()).isEqualTo(2);
        }
    }

    @Test
    void http2_is_offered_only_if_enabled() throws Exception {
        TransportSettings plain =
                TransportSettings.builder().tls(Tls.insecureTrustAll()).build();
        try (VertxTransport http1 = VertxTransport.create(plain)) {
            start(http1, server, "/").outcome(SOON).response();

            assertThat(server.awaitRequest().version()).isEqualTo(HttpVersion.HTTP_1_1);
        }
    }

    private static void abortAtOnce(int count, VertxTransport transport, Http2Server server) {
        TransportRequest request =
                TransportRequest.of("GET", server.origin(), "/never", Headers.none(), RequestBody.none());
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TestExchange exchange = TestExchange.unlimited();
            all.add(transport.exchange(request, exchange).toCompletableFuture());
            exchange.abort();
        }
        for (CompletableFuture<?> each : all) {
            assertThat(each).failsWithin(SOON).withThrowableThat().withCauseInstanceOf(IOException.class);
        }
    }

    private void assertOthersGoOn(List<PendingExchange> others) throws Exception {
        assertThat(start("GET", "/next", RequestBody.none())
                        .outcome(SOON)
                        .response()
                        .status())
                .isEqualTo(200);
        for (HttpServerRequest each : silent) {
            each.response().end("late");
        }
        for (PendingExchange each : others) {
            assertThat(each.outcome(SOON).body()).isEqualTo("late".getBytes(US_ASCII));
        }
        assertThat(server.connections()).isEqualTo(1);
        assertThat(server.closedConnections()).isZero();
    }

    private List<PendingExchange> startSilent(int count) throws Exception {
        List<PendingExchange> started = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            started.add(start("GET", "/silent", RequestBody.none()));
            silent.add(awaitSilent());
        }
        return started;
    }

    private HttpServerRequest awaitSilent() throws InterruptedException {
        HttpServerRequest request = server.awaitRequest();
        while (!request.path().equals("/silent")) {
            request = server.awaitRequest();
        }
        return request;
    }

    private static PendingExchange start(VertxTransport transport, Http2Server server, String target) {
        TransportRequest request =
                TransportRequest.of("GET", server.origin(), target, Headers.none(), RequestBody.none());
        return PendingExchange.start(transport, request, TestExchange.unlimited());
    }

    private PendingExchange start(String method, String target, RequestBody body) {
        return PendingExchange.start(transport, request(method, target, body), TestExchange.unlimited());
    }

    private TransportRequest request(String method, String target, RequestBody body) {
        return TransportRequest.of(method, server.origin(), target, Headers.of("App-Token", "x"), body);
    }
}
