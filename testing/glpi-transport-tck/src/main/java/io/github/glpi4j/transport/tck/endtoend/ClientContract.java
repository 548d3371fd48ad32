package io.github.glpi4j.transport.tck.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.glpi4j.Call;
import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiClientBuilder;
import io.github.glpi4j.GlpiException;
import io.github.glpi4j.GlpiProtocolException;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.GlpiTimeoutException;
import io.github.glpi4j.GlpiTransportException;
import io.github.glpi4j.session.Profile;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.server.ClosedPort;
import io.github.glpi4j.transport.tck.server.Fault;
import io.github.glpi4j.transport.tck.server.FullPort;
import io.github.glpi4j.transport.tck.server.Gate;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.ReceivedRequest;
import io.github.glpi4j.transport.tck.server.ResponseFuzzer;
import io.github.glpi4j.transport.tck.server.Stall;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a user of the whole library sees of a hostile network, in both ways to make a call: the exception that says what
 * happened and whether the request was sent, no write that is sent twice, and a client that works on.
 *
 * <p>Cases that only wait for timeouts run at a time where JUnit's parallel execution is enabled.
 */
@Timeout(120)
public abstract class ClientContract extends TransportContract {

    private static final int CONNECTIONS = 2;
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final byte[] PROFILES = "{\"myprofiles\":[{\"id\":4,\"name\":\"Super-Admin\"}]}".getBytes(UTF_8);

    /** For the transport's own test class. */
    protected ClientContract() {}

    /**
     * The source of chance, named in the test report and in every failure.
     *
     * @return another number each time, unless a run is to be repeated
     */
    protected long seed() {
        return System.nanoTime();
    }

    /**
     * How many answers {@link #anyResponseEndsInAResultOrAGlpiException} gets.
     *
     * @return 1,000 unless overridden
     */
    protected int answers() {
        return 1_000;
    }

    static Stream<Arguments> faults() {
        return CallMode.each(Arrays.stream(Fault.values()).filter(Fault::isPlayedByTheServer));
    }

    static Stream<Arguments> stalls() {
        return CallMode.each(Arrays.stream(Stall.values()));
    }

    static Stream<Arguments> redirects() {
        return CallMode.each(Stream.of(301, 302, 303, 307, 308));
    }

    private Transport transport(int connections) {
        return open(TransportSettings.defaults().withMaxConnections(connections).withConnectTimeout(SHORT));
    }

    private static GlpiClientBuilder client(URI origin, Transport transport) {
        return GlpiClient.builder(origin.toString())
                .transport(transport)
                .credentials(Credentials.userToken("user-token"));
    }

    private GlpiClient open(GlpiClientBuilder builder) {
        return closing(builder.build());
    }

    private static String endpoint(ReceivedRequest request) {
        return request.target().replaceAll("^.*/|\\?.*$", "");
    }

    private static boolean isFor(ReceivedRequest request, String endpoint) {
        return endpoint(request).equals(endpoint);
    }

    private static byte[] json(byte[] body) {
        return RawResponse.of(200)
                .header("Content-Type", "application/json; charset=UTF-8")
                .body(body);
    }

    /** A write meets what the case is about, a read is answered well. */
    private static RawServer.Responder writesMeet(RawServer.Responder bad) {
        return (request, connection) -> {
            if (isFor(request, "changeActiveProfile")) {
                bad.respond(request, connection);
            } else {
                connection.write(json(PROFILES));
            }
        };
    }

    private static void assertWorks(GlpiSession session, CallMode mode) {
        for (int i = 0; i <= CONNECTIONS; i++) {
            assertThat(mode.run(session.getMyProfiles())).hasSize(1);
        }
    }

    static void assertSent(Throwable failure, boolean sent) {
        assertThat(failure).isInstanceOf(GlpiTransportException.class);
        assertThat(((GlpiTransportException) failure).mayHaveBeenSent())
                .as("%s, was sent", failure)
                .isEqualTo(sent);
    }

    @ParameterizedTest(name = "{arguments}")
    @MethodSource("faults")
    void reportsAFaultAndSendsAWriteOnce(Fault fault, CallMode mode) {
        RawServer server = serve(writesMeet((request, connection) -> fault.play(connection)));
        GlpiSession session =
                open(client(server.origin(), transport(CONNECTIONS))).session("session-token");

        for (int i = 1; i <= CONNECTIONS + 1; i++) {
            Throwable failure = mode.failure(session.changeActiveProfile(4));
            assertSent(failure, fault.sent() == Fault.Sent.YES);
            assertThat(failure).isNotInstanceOf(GlpiTimeoutException.class).hasMessageContaining(server.authority());
            assertThat(server.requests()).hasSize(i);
        }
        server.awaitOpen(0);
        assertWorks(session, mode);
    }

    /** The pool's connection had died: that says nothing about the next one. */
    @ParameterizedTest(name = "{arguments}")
    @EnumSource
    void retriesAReadOnceAfterABrokenConnection(CallMode mode) {
        AtomicReference<Fault> next = new AtomicReference<>(Fault.CLOSES_BEFORE_THE_RESPONSE);
        RawServer server = serve((request, connection) -> {
            Fault fault = next.getAndSet(null);
            if (fault == null) {
                connection.write(json(PROFILES));
            } else {
                fault.play(connection);
            }
        });
        GlpiSession session =
                open(client(server.origin(), transport(CONNECTIONS))).session("session-token");

        assertThat(mode.run(session.getMyProfiles())).hasSize(1);
        assertThat(server.requests()).hasSize(2);

        next.set(Fault.CLOSES_IN_BODY);
        assertSent(mode.failure(session.getMyProfiles()), true);
        assertThat(server.requests()).hasSize(3);
    }

    /** A login that nobody saw the answer of may have opened a session. */
    @ParameterizedTest(name = "{arguments}")
    @EnumSource
    void doesNotRetryALoginAfterABrokenConnection(CallMode mode) {
        RawServer server = serve((request, connection) -> Fault.RESETS_BEFORE_THE_RESPONSE.play(connection));
        GlpiClient glpi = open(client(server.origin(), transport(CONNECTIONS)));

        assertSent(mode.failure(glpi.initSession()), true);

        assertThat(server.requests()).hasSize(1);
    }

    /** Whether a connection of the pool died before or after the server had read the request, nobody can tell. */
    @ParameterizedTest(name = "{arguments}")
    @EnumSource
    void sendsNoWriteTwiceWhenTheServerClosesAtAnyTime(CallMode mode) {
        AtomicInteger written = new AtomicInteger();
        RawServer server = serve((request, connection) -> {
            if (!isFor(request, "changeActiveProfile")) {
                connection.write(json(PROFILES));
            } else if (written.incrementAndGet() % 2 == 0) {
                connection.write(json("true".getBytes(UTF_8)));
            }
            connection.close();
        });
        GlpiSession session =
                open(client(server.origin(), transport(CONNECTIONS))).session("session-token");

        for (int writes = 1; writes <= 10; writes++) {
            assertThat(mode.run(session.getMyProfiles())).hasSize(1);
            Throwable failure = catchThrowable(() -> mode.run(session.changeActiveProfile(4)));
            if (failure != null) {
                assertSent(failure, true);
            }
            assertThat(written.get()).isLessThanOrEqualTo(writes);
        }
    }

    @ParameterizedTest(name = "{arguments}")
    @Execution(ExecutionMode.CONCURRENT)
    @EnumSource
    void sendsNothingWhenTheConnectionIsRefused(CallMode mode) {
        ClosedPort port = closing(new ClosedPort());
        GlpiClient glpi = open(client(port.get().origin(), transport(CONNECTIONS)));

        assertSaysBaseUrl(mode.failure(glpi.initSession()), port.get().origin());
    }

    @ParameterizedTest(name = "{arguments}")
    @Execution(ExecutionMode.CONCURRENT)
    @EnumSource
    void sendsNothingWhenTheServerIsUnreachable(CallMode mode) {
        FullPort port = closing(new FullPort());
        GlpiClient glpi =
                open(client(port.get().origin(), transport(CONNECTIONS)).maxRetries(0));

        assertSaysBaseUrl(mode.failure(glpi.initSession()), port.get().origin());
    }

    private static void assertSaysBaseUrl(Throwable failure, URI origin) {
        assertSent(failure, false);
        assertThat(failure).hasMessageContaining("Base URL").hasMessageContaining(origin.getAuthority());
    }

    @ParameterizedTest(name = "{arguments}")
    @Execution(ExecutionMode.CONCURRENT)
    @MethodSource("stalls")
    void theCallTimeoutHolds(Stall stall, CallMode mode) {
        RawServer server = serve(writesMeet((request, connection) -> stall.play(connection)));
        GlpiSession session = open(client(server.origin(), transport(CONNECTIONS))
                        .callTimeout(SHORT))
                .session("session-token");
        // What starts with the first call takes its time.
        assertThat(mode.run(session.getMyProfiles().timeout(bound()))).hasSize(1);

        for (int i = 1; i <= CONNECTIONS + 1; i++) {
            long start = System.nanoTime();
            Throwable failure = mode.failure(session.changeActiveProfile(4));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SHORT.plus(bound()));
            assertThat(failure).isExactlyInstanceOf(GlpiTimeoutException.class).hasMessageContaining("1000 ms");
            assertSent(failure, true);
            assertThat(server.requests()).hasSize(1 + i);
            server.awaitOpen(0);
        }
    }

    @ParameterizedTest(name = "{arguments}")
    @Execution(ExecutionMode.CONCURRENT)
    @EnumSource
    void theCallTimeoutCoversTheQueueAndSaysSo(CallMode mode) {
        RawServer server = serve(Stall.SILENCE.orProbe(new Gate()));
        GlpiSession session = open(client(server.origin(), transport(1))).session("session-token");
        CompletableFuture<?> holder = session.getFullSession().executeAsync();
        server.awaitRequests(1);

        Throwable failure = mode.failure(session.changeActiveProfile(4).timeout(SHORT));

        assertThat(failure).isExactlyInstanceOf(GlpiTimeoutException.class).hasMessageContaining("maxConnections");
        assertSent(failure, false);
        assertThat(holder).isNotDone();
        assertThat(server.requests()).hasSize(1);
        holder.cancel(true);
        server.awaitOpen(0);
    }

    @Test
    void cancellingTheFutureEndsTheExchange() {
        RawServer server = serve(writesMeet((request, connection) -> connection.hold()));
        GlpiSession session = open(client(server.origin(), transport(1))).session("session-token");
        CompletableFuture<?> hanging = session.changeActiveProfile(4).executeAsync();
        server.awaitRequests(1);

        hanging.cancel(true);

        server.awaitOpen(0);
        assertWorks(session, CallMode.ASYNC);
    }

    @Test
    void anInterruptEndsTheExchangeAndStaysSet() throws Exception {
        RawServer server = serve(writesMeet((request, connection) -> connection.hold()));
        GlpiSession session = open(client(server.origin(), transport(1))).session("session-token");
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        CompletableFuture<Throwable> told = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            told.complete(CallMode.EXECUTE.failure(session.changeActiveProfile(4)));
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        caller.setDaemon(true);
        caller.start();
        server.awaitRequests(1);

        caller.interrupt();

        Throwable failure = told.get(bound().toMillis(), TimeUnit.MILLISECONDS);
        assertSent(failure, true);
        assertThat(failure).hasMessageContaining("interrupted");
        assertThat(interrupted.get(bound().toMillis(), TimeUnit.MILLISECONDS)).isTrue();
        server.awaitOpen(0);
        assertWorks(session, CallMode.EXECUTE);
    }

    @ParameterizedTest(name = "{arguments}")
    @MethodSource("redirects")
    void failsOnARedirectWithoutContactingTheOtherHost(int status, CallMode mode) {
        RawServer other = serve(RawResponse.ok());
        for (String target : List.of(other.origin() + "/apirest.php/initSession", "/elsewhere")) {
            RawServer server =
                    serve(RawResponse.of(status).header("Location", target).body(new byte[0]));
            GlpiClient glpi = open(client(server.origin(), transport(CONNECTIONS)));

            Throwable failure = mode.failure(glpi.initSession());

            String shown = target.startsWith("/") ? "another path of this host" : other.authority();
            assertThat(failure).isExactlyInstanceOf(GlpiProtocolException.class).hasMessageContaining(shown);
            assertThat(((GlpiProtocolException) failure).status()).isEqualTo(status);
            assertThat(server.requests()).hasSize(1);
        }
        assertThat(other.accepted()).isZero();
    }

    @ParameterizedTest(name = "{arguments}")
    @EnumSource
    void readsGzipAndReportsBrokenGzip(CallMode mode) {
        byte[] good = gzip(PROFILES);
        byte[] bad = good.clone();
        bad[good.length / 2] ^= 0x5a;
        bad[good.length / 2 + 1] ^= 0x5a;

        assertThat(mode.run(profiles(gzipped(good)))).hasSize(1);
        for (byte[] broken : List.of(bad, Arrays.copyOf(good, good.length / 2), "no gzip".getBytes(UTF_8))) {
            assertThat(mode.failure(profiles(gzipped(broken)))).isExactlyInstanceOf(GlpiProtocolException.class);
        }
    }

    /** The limit counts what is unpacked: a few KB may be gigabytes. */
    @ParameterizedTest(name = "{arguments}")
    @EnumSource
    void stopsAResponseOverTheLimit(CallMode mode) {
        byte[] large = new byte[4_000_000];
        for (byte[] answer : List.of(gzipped(gzip(large)), json(large), chunkedJson(large))) {
            RawServer server = serve(answer);
            GlpiSession session = open(client(server.origin(), transport(CONNECTIONS))
                            .maxResponseBytes(100_000))
                    .session("session-token");

            assertThat(mode.failure(session.getMyProfiles()))
                    .isExactlyInstanceOf(GlpiProtocolException.class)
                    .hasMessageContaining("100000 bytes");
        }
    }

    private Call<List<Profile>> profiles(byte[] answer) {
        RawServer server = serve(answer);
        return open(client(server.origin(), transport(CONNECTIONS)))
                .session("session-token")
                .getMyProfiles();
    }

    private static byte[] gzipped(byte[] body) {
        return RawResponse.of(200)
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .body(body);
    }

    private static byte[] chunkedJson(byte[] body) {
        return RawResponse.of(200).header("Content-Type", "application/json").chunked(body, 10_000);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** Recorded responses, changed at random, and pure noise. */
    @Test
    @Timeout(600)
    void anyResponseEndsInAResultOrAGlpiException(TestReporter reporter) throws Throwable {
        long seed = seed();
        withSeed(seed, reporter, () -> assertAllEnd(seed));
    }

    private void assertAllEnd(long seed) {
        ResponseFuzzer mutation = new ResponseFuzzer(new Random(seed));
        List<byte[]> answers = new CopyOnWriteArrayList<>();
        RawServer server = serve((request, connection) -> {
            connection.write(answers.get(0));
            connection.close();
        });
        GlpiClient glpi = open(client(server.origin(), transport(CONNECTIONS)).maxRetries(0));

        for (int i = 0; i < answers(); i++) {
            byte[] answer = mutation.next();
            // Not taken where the connection of the call before was used, and found dead.
            answers.clear();
            answers.add(answer);
            CallMode mode = i % 2 == 0 ? CallMode.EXECUTE : CallMode.ASYNC;
            Call<?> call = i % 4 < 2
                    ? glpi.initSession().fullSession()
                    : glpi.session("session-token").getFullSession();
            Throwable failure = catchThrowable(() -> mode.run(call.timeout(bound())));
            String described =
                    "seed " + seed + ", answer in Base64 " + Base64.getEncoder().encodeToString(answer);
            if (failure != null) {
                assertThat(failure)
                        .as(described)
                        .isInstanceOf(GlpiException.class)
                        .isNotInstanceOf(GlpiTimeoutException.class);
            }
        }
        server.awaitOpen(0);
    }
}
