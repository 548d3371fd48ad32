package io.github.glpi4j.transport.vertx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.document.Documents;
import io.github.glpi4j.transport.AsyncTransport;
import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.client.CheckingListener;
import io.github.glpi4j.transport.tck.client.FileDescriptors;
import io.github.glpi4j.transport.tck.client.TestExchange;
import io.github.glpi4j.transport.tck.client.WaitingTime;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.ReceivedRequest;
import io.github.glpi4j.transport.vertx.files.ObservedFiles;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many calls from one event loop do not block it, complete on it and keep their order. */
@Timeout(300)
class EventLoopTest {

    private static final int CALLS = 2_000;
    private static final int CONNECTIONS = 50;
    private static final Duration SOON = Duration.ofSeconds(30);

    /** Of an event loop, for locks in {@link #CALLS} calls. The thread that holds one may have to wait for a busy machine. */
    private static final Duration MOST_WAITING = Duration.ofMillis(200);

    private static final int ATTEMPTS = 10;

    @TempDir
    private Path folder;

    @Test
    void thousands_of_calls_in_flight_from_one_event_loop_end_there_and_do_not_block_it() throws Exception {
        Duration waited = callInThousands(transport -> transport);
        for (int i = 1; i < ATTEMPTS && waited.compareTo(MOST_WAITING) > 0; i++) {
            waited = callInThousands(transport -> transport);
        }

        assertThat(waited).isLessThanOrEqualTo(MOST_WAITING);
    }

    @Test
    void a_transport_that_blocks_for_half_a_second_is_detected() throws Exception {
        assertThat(callInThousands(BlocksOnce::new)).isGreaterThan(MOST_WAITING);
    }

    @Test
    void files_do_not_block_the_event_loop() throws Exception {
        Path up = Files.write(folder.resolve("up"), new byte[3_000_000]);
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        try (RawServer server = RawServer.answering((request, connection) ->
                        connection.write(RawResponse.of(200).body(request.body())));
                VertxTransport transport = VertxTransport.create(vertx)) {
            FileAccess access = new FileAccess(vertx.getOrCreateContext());
            TransportRequest request = TransportRequest.of(
                    "POST", server.origin(), "/", Headers.none(), RequestBody.of(access.observe(up)));

            inParallel(
                    access.loop,
                    i -> transport
                            .exchange(request, TestExchange.into(access.observe(folder.resolve("down" + i))))
                            .thenApply(answer -> answer.status() == 200));

            assertThat(folder.resolve("down19")).hasSize(3_000_000);
            access.assertOffTheEventLoop(folder, "open", "read", "write", "close");
        } finally {
            Verticles.await(vertx.close());
        }
    }

    /** Of three million zeros. */
    private static final String SHA1 = "99dd4258004987bdf38392947383dddad35176f4";

    @Test
    void documents_do_not_block_the_event_loop() throws Exception {
        Path up = Files.write(folder.resolve("document"), new byte[3_000_000]);
        byte[] stored = RawResponse.of(201)
                .header("Content-Type", "application/json")
                .body("{\"id\":7,\"upload_result\":{\"filename\":[{\"display\":\"document\"}]}}".getBytes(UTF_8));
        byte[] file = RawResponse.of(200)
                .header("Content-Disposition", "attachment; filename=\"document\"")
                .body(new byte[3_000_000]);
        byte[] readBack = RawResponse.of(200)
                .header("Content-Type", "application/json")
                .body("{\"id\":7,\"filename\":\"document\",\"sha1sum\":\"%s\"}"
                        .formatted(SHA1)
                        .getBytes(UTF_8));
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        try (RawServer server = RawServer.answering((request, connection) -> {
                    boolean download = request.headers().allValues("Accept").contains("application/octet-stream");
                    connection.write(request.requestLine().startsWith("POST") ? stored : download ? file : readBack);
                });
                VertxTransport transport = VertxTransport.create(vertx);
                GlpiClient glpi = GlpiClient.builder(server.origin().toString())
                        .listener(new CheckingListener())
                        .transport(transport)
                        .build()) {
            FileAccess access = new FileAccess(vertx.getOrCreateContext());
            Documents documents = glpi.session("session-token").documents();

            inParallel(
                    access.loop,
                    i -> documents
                            .upload(access.observe(up))
                            .executeAsync()
                            .thenCompose(document -> {
                                assertThat(document.confirmed())
                                        .as("%s", document.note())
                                        .isTrue();
                                return documents
                                        .download(document.id(), access.observe(folder.resolve("document" + i)))
                                        .executeAsync();
                            })
                            .thenApply(document -> Vertx.currentContext() != null && Context.isOnEventLoopThread()));

            assertThat(folder.resolve("document19")).hasSize(3_000_000);
            access.assertOffTheEventLoop(folder, "open", "read", "write", "move", "close");
        } finally {
            Verticles.await(vertx.close());
        }
    }

    @Test
    void exchanges_of_an_event_loop_are_sent_in_the_order_of_their_calls() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (RawServer server = RawServer.answering((request, connection) -> connection.write(RawResponse.ok()));
                VertxTransport transport = VertxTransport.create(
                        vertx, TransportSettings.builder().maxConnections(1).build())) {
            List<CompletableFuture<TransportResponse>> all = Verticles.await(Verticles.on(
                    vertx.getOrCreateContext(),
                    () -> IntStream.range(0, 200)
                            .mapToObj(i -> transport
                                    .exchange(get(server, "/" + i), TestExchange.unlimited())
                                    .toCompletableFuture())
                            .toList()));
            for (CompletableFuture<TransportResponse> each : all) {
                assertThat(Verticles.await(each).status()).isEqualTo(200);
            }

            assertThat(server.requests())
                    .extracting(ReceivedRequest::target)
                    .containsExactlyElementsOf(
                            IntStream.range(0, 200).mapToObj(i -> "/" + i).toList());
        }
        Verticles.await(vertx.close());
    }

    /** {@return how long the event loop was waiting, and not running, since the first of the calls} */
    private static Duration callInThousands(UnaryOperator<AsyncTransport> change) throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        byte[] answer = RawResponse.of(200)
                .header("Content-Type", "application/json")
                .body("{\"session_token\":\"abc\"}".getBytes(UTF_8));
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        try (RawServer server = RawServer.answering((request, connection) -> {
                    if (request.headers().firstValue("Authorization").orElse("").equals("user_token late")) {
                        await(open);
                    }
                    connection.write(answer);
                });
                VertxTransport transport = VertxTransport.create(
                        vertx,
                        TransportSettings.builder().maxConnections(CONNECTIONS).build());
                GlpiClient glpi = GlpiClient.builder(server.origin().toString())
                        .listener(new CheckingListener())
                        .credentials(Credentials.userToken("warm"))
                        .callTimeout(Duration.ofSeconds(90))
                        .transport(change.apply(transport))
                        .build()) {
            Context loop = vertx.getOrCreateContext();
            // Loading classes takes time, too.
            for (int i = 0; i < 100; i++) {
                assertThat(Verticles.await(call(glpi, loop, "warm"))).isTrue();
            }
            WaitingTime waiting = Verticles.await(Verticles.on(loop, WaitingTime::ofThisThread));

            List<CompletableFuture<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                all.add(call(glpi, loop, "late"));
            }
            server.awaitRequests(100 + CONNECTIONS);
            Verticles.await(Verticles.on(loop, () -> true));
            assertThat(all).noneMatch(CompletableFuture::isDone);
            open.countDown();

            for (CompletableFuture<Boolean> each : all) {
                assertThat(each.get(90, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(server.mostOpen()).isEqualTo(CONNECTIONS);
            assertThat(server.requests()).hasSize(100 + CALLS);
            return waiting.elapsed();
        } finally {
            open.countDown();
            Verticles.await(vertx.close());
        }
    }

    /** Starts a call on the event loop; returns whether it succeeded on the same context. */
    private static CompletableFuture<Boolean> call(GlpiClient glpi, Context loop, String token) {
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        loop.runOnContext(ignored -> {
            CompletableFuture<?> unused = glpi.initSession()
                    .credentials(Credentials.userToken(token))
                    .executeAsync()
                    .handle((session, failure) -> ended.complete(failure == null && Vertx.currentContext() == loop));
        });
        return ended;
    }

    /** Runs twenty concurrent tasks on one event loop. */
    private static void inParallel(Context loop, IntFunction<CompletionStage<Boolean>> task) throws Exception {
        List<CompletableFuture<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int number = i;
            CompletableFuture<Boolean> well = new CompletableFuture<>();
            loop.runOnContext(ignored -> {
                CompletionStage<?> unused =
                        task.apply(number).whenComplete((good, failure) -> well.complete(failure == null && good));
            });
            all.add(well);
        }
        for (CompletableFuture<Boolean> each : all) {
            assertThat(each.get(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static TransportRequest get(RawServer server, String target) {
        return TransportRequest.of("GET", server.origin(), target, Headers.none(), RequestBody.none());
    }

    private static void await(CountDownLatch open) throws InterruptedIOException {
        try {
            open.await();
        } catch (InterruptedException e) {
            throw new InterruptedIOException("interrupted");
        }
    }

    /**
     * Stops each access to a file until another task of the event loop has run meanwhile. The event loop itself may only
     * create a file, as a sink does when it is asked for one.
     */
    private static final class FileAccess {

        private final Context loop;
        private final Set<String> seen = ConcurrentHashMap.newKeySet();
        private final Set<String> created = ConcurrentHashMap.newKeySet();
        private final Set<String> blocking = ConcurrentHashMap.newKeySet();

        FileAccess(Context loop) {
            this.loop = loop;
        }

        Path observe(Path file) {
            return ObservedFiles.observe(file, this::accessing);
        }

        private void accessing(String operation, Path file) {
            seen.add(operation);
            if (Context.isOnEventLoopThread()) {
                if (!isCreation(operation, file)) {
                    blocking.add(operation + " " + file);
                }
                return;
            }
            try {
                Verticles.await(Verticles.on(loop, () -> true));
            } catch (Exception e) {
                blocking.add(operation + " " + file + ", for which the event loop waits: " + e);
            }
        }

        private boolean isCreation(String operation, Path file) {
            return switch (operation) {
                case "create and open" -> created.add(file.toString());
                case "close" -> created.remove(file.toString());
                default -> false;
            };
        }

        void assertOffTheEventLoop(Path folder, String... operations) throws IOException {
            assertThat(FileDescriptors.areClosed(folder.toRealPath(), SOON)).isTrue();
            assertThat(seen).contains(operations);
            assertThat(blocking).isEmpty();
        }
    }

    /** One exchange of many blocks the event loop. */
    private static final class BlocksOnce implements AsyncTransport {

        private final AsyncTransport good;
        private final AtomicInteger exchanges = new AtomicInteger();

        BlocksOnce(AsyncTransport good) {
            this.good = good;
        }

        @Override
        public CompletionStage<TransportResponse> exchange(TransportRequest request, ExchangeContext exchange) {
            if (exchanges.incrementAndGet() == CALLS / 2) {
                try {
                    new CountDownLatch(1).await(500, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return good.exchange(request, exchange);
        }

        @Override
        public boolean mustNotBlock() {
            return good.mustNotBlock();
        }

        @Override
        public Executor callerExecutor() {
            return good.callerExecutor();
        }

        @Override
        public void close() {
            good.close();
        }

        @Override
        public CompletionStage<Void> closeAsync() {
            return good.closeAsync();
        }
    }
}
