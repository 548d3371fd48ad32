package io.github.glpi4j;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.session.InitSessionResponse;
import io.github.glpi4j.transport.AsyncTransport;
import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.TransportResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every call ends: by a response, a failure, a timeout, cancellation, an interrupt or close. */
@Timeout(30)
class CallLifecycleTest {

    private static final String OPENED = "{\"session_token\":\"t\"}";

    private final SilentGlpi silent = new SilentGlpi();
    private final StubGlpi glpi = StubGlpi.answering(200, StubGlpi.JSON, OPENED);

    @ParameterizedTest
    @EnumSource
    void silenceEndsAtTheCallTimeout(StubGlpi.Way way) {
        try (GlpiClient client =
                silent.client(way).callTimeout(Duration.ofMillis(200)).build()) {
            assertThatThrownBy(() -> way.run(client.initSession()))
                    .isInstanceOfSatisfying(GlpiTimeoutException.class, e -> {
                        assertThat(e.mayHaveBeenSent()).isTrue();
                        assertThat(e).hasMessageContaining("200 ms");
                    });
        }
        assertThat(silent.aborted.getCount()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aCallMayHaveItsOwnTimeout(StubGlpi.Way way) {
        try (GlpiClient client = silent.client(way).build()) {
            assertThatThrownBy(() -> way.run(client.initSession().timeout(Duration.ofMillis(100))))
                    .isExactlyInstanceOf(GlpiTimeoutException.class);
            assertThatThrownBy(() -> way.run(client.session("t")
                            .getFullSession()
                            .map(Object::toString)
                            .timeout(Duration.ofMillis(100))))
                    .isExactlyInstanceOf(GlpiTimeoutException.class)
                    .hasMessageContaining("getFullSession");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT24H1S"})
    void aTimeoutIsFiniteAndPositive(Duration timeout) {
        try (GlpiClient client = glpi.client().build()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> client.initSession().timeout(timeout));
            assertThatIllegalArgumentException().isThrownBy(() -> glpi.client().callTimeout(timeout));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOCKING_ASYNC", "ASYNC_ASYNC"})
    void cancellingTheFutureAbortsTheExchange(StubGlpi.Way way) throws Exception {
        try (GlpiClient client = silent.client(way).build()) {
            CompletableFuture<InitSessionResponse> result = client.initSession().executeAsync();
            assertThat(silent.entered.await(10, SECONDS)).isTrue();
            result.cancel(false);
            assertThat(silent.aborted.await(10, SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOCKING_EXECUTE", "ASYNC_EXECUTE"})
    void anInterruptEndsTheWaitAndKeepsTheFlag(StubGlpi.Way way) throws Exception {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicBoolean flag = new AtomicBoolean();
        try (GlpiClient client = silent.client(way).build()) {
            Thread caller = new Thread(() -> {
                try {
                    client.initSession().execute();
                } catch (GlpiException e) {
                    thrown.set(e);
                    flag.set(Thread.currentThread().isInterrupted());
                }
            });
            caller.start();
            assertThat(silent.entered.await(10, SECONDS)).isTrue();
            caller.interrupt();
            caller.join();
        }
        assertThat(thrown.get())
                .isExactlyInstanceOf(GlpiTransportException.class)
                .hasMessageContaining("interrupted");
        assertThat(flag).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void closingEndsCallsUnderWayAndRefusesNewOnes(StubGlpi.Way way) throws Exception {
        GlpiClient client = silent.client(way).build();
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        way.run(client.initSession());
                    } catch (Throwable e) {
                        thrown.complete(e);
                    }
                })
                .start();
        assertThat(silent.entered.await(10, SECONDS)).isTrue();
        client.close();
        client.close();
        assertThat(thrown.get(10, SECONDS))
                .isExactlyInstanceOf(GlpiTransportException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> client.initSession().execute()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> client.initSession().executeAsync()).isInstanceOf(IllegalStateException.class);
        assertThat(client.closeAsync()).isCompleted();
    }

    @Test
    void aTransportThatIgnoresItsAbortIsAbandoned() {
        AsyncTransport deaf = (request, exchange) -> new CompletableFuture<>();
        try (GlpiClient client = GlpiClient.builder("http://localhost")
                .listener(new RecordingListener())
                .transport(deaf)
                .credentials(Credentials.userToken("token"))
                .callTimeout(Duration.ofMillis(100))
                .build()) {
            assertThatThrownBy(() -> client.initSession().execute()).isExactlyInstanceOf(GlpiTimeoutException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSupplierThatHangsEndsAtTheCallTimeout(StubGlpi.Way way) {
        try (GlpiClient client = glpi.client(way)
                .credentials(Credentials.asyncSupplier(CompletableFuture::new))
                .callTimeout(Duration.ofMillis(100))
                .build()) {
            assertThatThrownBy(() -> way.run(client.initSession()))
                    .isInstanceOfSatisfying(
                            GlpiTimeoutException.class,
                            e -> assertThat(e.mayHaveBeenSent()).isFalse());
        }
        assertThat(glpi.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"ASYNC_EXECUTE", "ASYNC_ASYNC"})
    void anErrorInATransportIsReportedAtOnceAndUnchanged(StubGlpi.Way way) {
        AsyncTransport broken = (request, exchange) -> {
            throw new NoClassDefFoundError("io/netty/Missing");
        };
        try (GlpiClient client = GlpiClient.builder("http://localhost")
                .listener(new RecordingListener())
                .transport(broken)
                .credentials(Credentials.userToken("user-token"))
                .build()) {
            assertThatThrownBy(() -> way.run(client.initSession()))
                    .satisfiesAnyOf(
                            e -> assertThat(e).isExactlyInstanceOf(NoClassDefFoundError.class),
                            e -> assertThat(e).hasCauseExactlyInstanceOf(NoClassDefFoundError.class));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDiagnosisDoesNotBlameGlpiForCodeOfTheUser(StubGlpi.Way way) {
        try (GlpiClient client = glpi.client(way)
                .header("X-Trace", () -> {
                    throw new IllegalArgumentException("no trace here");
                })
                .build()) {
            assertThatThrownBy(() -> way.run(client.diagnose())).isExactlyInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void closeClosesThoughASessionCannotBeEnded() {
        MiniGlpi mini = new MiniGlpi();
        AtomicBoolean broken = new AtomicBoolean();
        GlpiClient client = mini.stub
                .client()
                .header("X-Trace", () -> {
                    if (broken.get()) {
                        throw new IllegalArgumentException("no trace here");
                    }
                    return "1";
                })
                .build();
        client.session().getFullSession().execute();
        broken.set(true);

        client.close();

        assertThatThrownBy(() -> client.initSession().execute())
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void anExecutedFutureFailsWithoutWrappers() {
        StubGlpi refusing = StubGlpi.answering(401, StubGlpi.JSON, "[\"ERROR_GLPI_LOGIN\",\"\"]");
        for (StubGlpi.Way way : List.of(StubGlpi.Way.BLOCKING_ASYNC, StubGlpi.Way.ASYNC_ASYNC)) {
            try (GlpiClient client = refusing.client(way).build()) {
                CompletableFuture<Throwable> seen = new CompletableFuture<>();
                CompletableFuture<?> unused =
                        client.initSession().executeAsync().whenComplete((value, failure) -> seen.complete(failure));
                assertThat(seen.join()).isExactlyInstanceOf(GlpiAuthenticationException.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFailingMapFunctionIsReportedUnchanged(StubGlpi.Way way) {
        try (GlpiClient client = glpi.client(way).build()) {
            Call<Object> call = client.initSession().map(opened -> {
                throw new ArithmeticException("mine");
            });
            assertThatThrownBy(() -> way.run(call))
                    .isExactlyInstanceOf(ArithmeticException.class)
                    .hasMessage("mine");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCallIsReusableByManyThreads(StubGlpi.Way way) {
        try (GlpiClient client = glpi.client(way).build()) {
            Call<String> call = client.initSession().map(InitSessionResponse::sessionToken);
            List<CompletableFuture<String>> results = IntStream.range(0, 50)
                    .mapToObj(i ->
                            CompletableFuture.supplyAsync(() -> way.run(call), thread -> new Thread(thread).start()))
                    .toList();
            assertThat(results).allSatisfy(result -> assertThat(result.join()).isEqualTo("t"));
        }
        assertThat(glpi.requests()).hasSize(50);
    }

    @ParameterizedTest
    @EnumSource
    void aResponseOverTheLimitEndsEarly(StubGlpi.Way way) {
        CountDownLatch aborted = new CountDownLatch(1);
        BlockingTransport endless = (request, exchange) -> {
            exchange.onAbort(aborted::countDown);
            var target = exchange.responseStarted(200, Headers.none());
            byte[] chunk = new byte[1000];
            while (true) {
                target.write(chunk, 0, chunk.length);
            }
        };
        AsyncTransport endlessAsync = (request, exchange) -> CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return endless.exchange(request, exchange);
                    } catch (IOException e) {
                        throw new CompletionException(e);
                    }
                },
                Runnable::run);
        boolean blocking = way.name().startsWith("BLOCKING");
        try (GlpiClient client = glpi.client()
                .transport(blocking ? endless : endlessAsync)
                .maxResponseBytes(10_000)
                .build()) {
            assertThatThrownBy(() -> way.run(client.initSession()))
                    .isExactlyInstanceOf(GlpiProtocolException.class)
                    .hasMessageContaining("10000 bytes");
        }
        assertThat(aborted.getCount()).isZero();
    }

    @Test
    void gzipIsDecodedUnderTheLimit() throws Exception {
        StubGlpi compressed = StubGlpi.replying(request -> gzip(OPENED.getBytes(StandardCharsets.UTF_8), 0));
        try (GlpiClient client = compressed.client().build()) {
            assertThat(client.initSession().execute().sessionToken()).isEqualTo("t");
        }
        assertThat(compressed.onlyRequest().headers().allValues("Accept-Encoding"))
                .containsExactly("gzip");

        StubGlpi bomb = StubGlpi.replying(request -> gzip(new byte[10_000_000], 0));
        StubGlpi cut = StubGlpi.replying(request -> gzip(new byte[100_000], 20));
        StubGlpi brotli =
                StubGlpi.replying(request -> StubGlpi.response(200, StubGlpi.JSON, "x", "Content-Encoding", "br"));
        for (StubGlpi broken : List.of(bomb, cut, brotli)) {
            try (GlpiClient client = broken.client().maxResponseBytes(1_000_000).build()) {
                assertThatThrownBy(() -> client.initSession().execute())
                        .isExactlyInstanceOf(GlpiProtocolException.class);
            }
        }
    }

    private static TransportResponse gzip(byte[] content, int cut) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return TransportResponse.of(
                200,
                Headers.of("Content-Type", StubGlpi.JSON, "Content-Encoding", "gzip"),
                ByteBuffer.wrap(out.toByteArray(), 0, out.size() - cut));
    }
}
