package io.github.glpi4j.transport.tck.endtoend;

import static io.github.glpi4j.transport.tck.endtoend.CallMode.assertSent;
import static io.github.glpi4j.transport.tck.endtoend.GlpiResponses.PROFILES;
import static io.github.glpi4j.transport.tck.endtoend.GlpiResponses.isFor;
import static io.github.glpi4j.transport.tck.endtoend.GlpiResponses.json;
import static io.github.glpi4j.transport.tck.endtoend.GlpiResponses.writesMeet;
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
import io.github.glpi4j.session.Profile;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.Seed;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.client.CheckingListener;
import io.github.glpi4j.transport.tck.server.Bytes;
import io.github.glpi4j.transport.tck.server.ClosedPort;
import io.github.glpi4j.transport.tck.server.Fault;
import io.github.glpi4j.transport.tck.server.FullPort;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.ResponseFuzzer;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A faulty network as users of {@code GlpiClient} see it, blocking and asynchronous: the exception says what happened
 * and whether the request may have been sent, no write is sent twice, and the client keeps working.
 */
@Timeout(120)
public abstract class ClientContract extends TransportContract {

    private static final int CONNECTIONS = 2;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** For the transport's own test class. */
    protected ClientContract() {}

    /** {@return the number of random responses; 1,000 unless the factory changes it} */
    protected int responses() {
        return factory().repetitions(1_000);
    }

    static Stream<Arguments> faults() {
        return CallMode.each(Arrays.stream(Fault.values()).filter(Fault::isPlayedByTheServer));
    }

    static Stream<Arguments> redirects() {
        return CallMode.each(Stream.of(301, 302, 303, 307, 308));
    }

    private Transport transport(int connections) {
        return open(TransportSettings.builder()
                .maxConnections(connections)
                .connectTimeout(CONNECT_TIMEOUT)
                .build());
    }

    private static GlpiClientBuilder client(URI origin, Transport transport) {
        return GlpiClient.builder(origin.toString())
                .listener(new CheckingListener())
                .transport(transport)
                .credentials(Credentials.userToken("user-token"));
    }

    private GlpiClient open(GlpiClientBuilder builder) {
        return closing(builder.build());
    }

    private static void assertWorks(GlpiSession session, CallMode mode) {
        for (int i = 0; i <= CONNECTIONS; i++) {
            assertThat(mode.run(session.getMyProfiles())).hasSize(1);
        }
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
            server.assertRequests(i);
        }
        server.awaitOpen(0);
        assertWorks(session, mode);
    }

    /** The first failure may be that of a dead connection in the pool, which says nothing about the next connection. */
    @ParameterizedTest(name = "{arguments}")
    @EnumSource
    void retriesAReadOnceAfterABrokenConnection(CallMode mode) {
        AtomicReference<Fault> next = new AtomicReference<>(Fault.CLOSES_BEFORE_THE_RESPONSE);
        RawServer server = serve((request, connection) -> {
            Fault fault = next.getAndSet(null);
            if (fault == null) {
                connection.write(json(200).body(PROFILES));
            } else {
                fault.play(connection);
            }
        });
        GlpiSession session =
                open(client(server.origin(), transport(CONNECTIONS))).session("session-token");

        assertThat(mode.run(session.getMyProfiles())).hasSize(1);
        server.assertRequests(2);

        next.set(Fault.CLOSES_IN_BODY);
        assertSent(mode.failure(session.getMyProfiles()), true);
        server.assertRequests(3);
    }

    /** A login may have opened a session even though its response was lost. */
    @ParameterizedTest(name = "{arguments}")
    @EnumSource
    void doesNotRetryALoginAfterABrokenConnection(CallMode mode) {
        RawServer server = serve((request, connection) -> Fault.RESETS_BEFORE_THE_RESPONSE.play(connection));
        GlpiClient glpi = open(client(server.origin(), transport(CONNECTIONS)));

        assertSent(mode.failure(glpi.initSession()), true);

        server.assertRequests(1);
    }

    /** When a connection breaks, the client cannot know whether the server has read the request. */
    @ParameterizedTest(name = "{arguments}")
    @EnumSource
    void sendsNoWriteTwiceWhenTheServerClosesAtAnyTime(CallMode mode) {
        AtomicInteger written = new AtomicInteger();
        RawServer server = serve((request, connection) -> {
            if (!isFor(request, "changeActiveProfile")) {
                connection.write(json(200).body(PROFILES));
            } else if (written.incrementAndGet() % 2 == 0) {
                connection.write(json(200, "true"));
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

        assertNamesTheBaseUrl(mode.failure(glpi.initSession()), port.get().origin());
    }

    @ParameterizedTest(name = "{arguments}")
    @Execution(ExecutionMode.CONCURRENT)
    @EnumSource
    void sendsNothingWhenTheServerIsUnreachable(CallMode mode) {
        FullPort port = closing(new FullPort());
        GlpiClient glpi =
                open(client(port.get().origin(), transport(CONNECTIONS)).maxRetries(0));

        assertNamesTheBaseUrl(mode.failure(glpi.initSession()), port.get().origin());
    }

    private static void assertNamesTheBaseUrl(Throwable failure, URI origin) {
        assertSent(failure, false);
        assertThat(failure).hasMessageContaining("Base URL").hasMessageContaining(origin.getAuthority());
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
        CompletableFuture<Throwable> failed = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            failed.complete(CallMode.EXECUTE.failure(session.changeActiveProfile(4)));
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        caller.setDaemon(true);
        caller.start();
        server.awaitRequests(1);

        caller.interrupt();

        Throwable failure = failed.get(bound().toMillis(), TimeUnit.MILLISECONDS);
        assertSent(failure, true);
        assertThat(failure).hasMessageContaining("interrupted");
        assertThat(interrupted.get(bound().toMillis(), TimeUnit.MILLISECONDS))
                .as("the interrupt flag")
                .isTrue();
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
            server.assertRequests(1);
        }
        assertThat(other.accepted()).as("connections to the server").isZero();
    }

    @ParameterizedTest(name = "{arguments}")
    @EnumSource
    void readsGzipAndReportsBrokenGzip(CallMode mode) {
        byte[] good = Bytes.gzip(PROFILES);
        byte[] bad = good.clone();
        bad[good.length / 2] ^= 0x5a;
        bad[good.length / 2 + 1] ^= 0x5a;

        assertThat(mode.run(profiles(gzipped(good)))).hasSize(1);
        for (byte[] broken : List.of(bad, Arrays.copyOf(good, good.length / 2), "no gzip".getBytes(UTF_8))) {
            assertThat(mode.failure(profiles(gzipped(broken)))).isExactlyInstanceOf(GlpiProtocolException.class);
        }
    }

    /** The limit applies to decompressed bytes: a few KB may expand to gigabytes. */
    @ParameterizedTest(name = "{arguments}")
    @EnumSource
    void stopsAResponseOverTheLimit(CallMode mode) {
        byte[] large = new byte[4_000_000];
        for (byte[] response : List.of(
                gzipped(Bytes.gzip(large)), json(200).body(large), json(200).chunked(large, 10_000))) {
            RawServer server = serve(response);
            GlpiSession session = open(client(server.origin(), transport(CONNECTIONS))
                            .maxResponseBytes(100_000))
                    .session("session-token");

            assertThat(mode.failure(session.getMyProfiles()))
                    .isExactlyInstanceOf(GlpiProtocolException.class)
                    .hasMessageContaining("100000 bytes");
        }
    }

    private Call<List<Profile>> profiles(byte[] response) {
        RawServer server = serve(response);
        return open(client(server.origin(), transport(CONNECTIONS)))
                .session("session-token")
                .getMyProfiles();
    }

    private static byte[] gzipped(byte[] body) {
        return json(200).header("Content-Encoding", "gzip").body(body);
    }

    /** Recorded responses, changed at random, and pure noise. */
    @Test
    @Timeout(600)
    void anyResponseEndsInAResultOrAGlpiException(Seed seed) {
        ResponseFuzzer fuzzer = new ResponseFuzzer(seed.random());
        List<byte[]> responses = new CopyOnWriteArrayList<>();
        RawServer server = serve((request, connection) -> {
            connection.write(responses.get(0));
            connection.close();
        });
        GlpiClient glpi = open(client(server.origin(), transport(CONNECTIONS)).maxRetries(0));

        for (int i = 0; i < responses(); i++) {
            byte[] response = fuzzer.next();
            // A retried call may read no response, so the previous one must not remain.
            responses.clear();
            responses.add(response);
            CallMode mode = i % 2 == 0 ? CallMode.EXECUTE : CallMode.ASYNC;
            Call<?> call = i % 4 < 2
                    ? glpi.initSession().fullSession()
                    : glpi.session("session-token").getFullSession();
            Throwable failure = catchThrowable(() -> mode.run(call.timeout(TIMEOUT)));
            if (failure != null) {
                assertThat(failure)
                        .as("response in Base64 %s", Base64.getEncoder().encodeToString(response))
                        .isInstanceOf(GlpiException.class)
                        .isNotInstanceOf(GlpiTimeoutException.class);
            }
        }
        server.awaitOpen(0);
    }
}
