package io.github.glpi4j;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.session.SessionContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client logs in when it has to, once for all threads, and repeats no write. */
@Timeout(60)
class ManagedSessionTest {

    private static final int THREADS = 200;

    private final MiniGlpi glpi = new MiniGlpi();

    /** Makes a call on many threads that have all started before the first continues, and collects the outcomes. */
    private static List<Object> onManyThreads(int count, Supplier<?> call, Runnable whenAllHaveBegun)
            throws InterruptedException {
        List<Object> outcomes = new ArrayList<>();
        CountDownLatch begun = new CountDownLatch(count);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(() -> {
                begun.countDown();
                Object outcome;
                try {
                    outcome = call.get();
                } catch (RuntimeException e) {
                    outcome = e;
                }
                synchronized (outcomes) {
                    outcomes.add(outcome == null ? "done" : outcome);
                }
            });
            threads.add(thread);
            thread.start();
        }
        assertThat(begun.await(30, SECONDS)).isTrue();
        whenAllHaveBegun.run();
        for (Thread thread : threads) {
            thread.join();
        }
        return outcomes;
    }

    @ParameterizedTest
    @EnumSource
    void isOpenedWhenFirstNeededAndShared(StubGlpi.Way way) {
        try (GlpiClient client = glpi.client(way).build()) {
            assertThat(glpi.stub.requests()).isEmpty();
            assertThat(way.run(client.session().getFullSession()).login()).contains("glpi");
            assertThat(way.run(client.session().getGlpiConfig()).glpiVersion()).contains("10.0.19");
            assertThat(glpi.logins).hasValue(1);
        }
        assertThat(glpi.kills).hasValue(1);
        assertThat(glpi.alive()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aClientThatWasNeverUsedSendsNothing(StubGlpi.Way way) {
        glpi.client(way).build().close();
        assertThat(glpi.stub.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void manyThreadsMakeOneLogin(StubGlpi.Way way) throws InterruptedException {
        glpi.loginGate = new CountDownLatch(1);
        try (GlpiClient client = glpi.client(way).build()) {
            List<Object> outcomes =
                    onManyThreads(THREADS, () -> way.run(client.session().getFullSession()), glpi.loginGate::countDown);
            assertThat(outcomes).hasSize(THREADS).hasOnlyElementsOfType(FullSession.class);
        }
        assertThat(glpi.logins).hasValue(1);
    }

    /** Peer defect (e) 2: two threads renew at once. And no write is lost or made twice. */
    @ParameterizedTest
    @EnumSource
    void peerDefect2ManyThreadsRenewOnceAndEveryWriteIsMadeOnce(StubGlpi.Way way) throws InterruptedException {
        try (GlpiClient client = glpi.client(way).build()) {
            way.run(client.session().getFullSession());
            glpi.expireAll();
            List<Object> outcomes =
                    onManyThreads(THREADS, () -> way.run(client.session().changeActiveProfile(4)), () -> {});
            assertThat(outcomes).hasSize(THREADS).containsOnly("done");
        }
        assertThat(glpi.logins).hasValue(2);
        // One more if the renewed session has repeated a change already.
        assertThat(glpi.writes.get()).isBetween(THREADS, THREADS + 1);
    }

    @ParameterizedTest
    @EnumSource
    void aFailedLoginIsReportedToEachCallerByItsOwnException(StubGlpi.Way way) throws InterruptedException {
        glpi.goodToken = "another";
        glpi.loginGate = new CountDownLatch(1);
        try (GlpiClient client = glpi.client(way).build()) {
            List<Object> outcomes =
                    onManyThreads(THREADS, () -> way.run(client.session().getFullSession()), glpi.loginGate::countDown);
            assertThat(outcomes).hasSize(THREADS).hasOnlyElementsOfType(GlpiAuthenticationException.class);
            assertThat(outcomes.stream().map(System::identityHashCode).distinct())
                    .hasSize(THREADS);
        }
        assertThat(glpi.logins).hasValue(1);
    }

    /** Peer defect (e) 1: renewal on the wrong status, so that a missing right makes a login. */
    @ParameterizedTest
    @ValueSource(strings = {"401 ERROR_RIGHT_MISSING", "403 ERROR_RIGHT_MISSING", "401 ERROR_OF_A_PLUGIN"})
    void peerDefect1AnotherRefusalIsNotRenewed(String error) {
        try (GlpiClient client = glpi.client(StubGlpi.Way.BLOCKING_EXECUTE).build()) {
            client.session().getFullSession().execute();
            glpi.expireAll();
            glpi.sessionError = error;
            assertThatThrownBy(() -> client.session().getFullSession().execute())
                    .isInstanceOf(GlpiApiException.class);
        }
        assertThat(glpi.logins).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"401 ERROR_SESSION_TOKEN_INVALID", "400 ERROR_SESSION_TOKEN_MISSING"})
    void sessionsAreRenewedAfterTheCodesOfGlpi(String error) {
        for (StubGlpi.Way way : StubGlpi.Way.values()) {
            MiniGlpi server = new MiniGlpi();
            server.sessionError = error;
            try (GlpiClient client = server.client(way).build()) {
                way.run(client.session().getFullSession());
                server.expireAll();
                way.run(client.session().getFullSession());
            }
            assertThat(server.logins).hasValue(2);
        }
    }

    /** Peer defect (e) 3: a POST repeated after a timeout or a 5xx. */
    @ParameterizedTest
    @EnumSource
    void peerDefect3AWriteThatMayHaveArrivedIsNotRepeated(StubGlpi.Way way) {
        List<String> sent = new ArrayList<>();
        StubGlpi server = StubGlpi.replying(request -> {
            sent.add(request.target());
            if (request.target().contains("initSession")) {
                return StubGlpi.response(
                        200, StubGlpi.JSON, "{\"session_token\":\"abcdefgh\"," + MiniGlpi.USABLE + "}");
            }
            if (request.target().contains("killSession")) {
                return StubGlpi.response(200, StubGlpi.JSON, "true");
            }
            return StubGlpi.response(502, "text/html", "<html>Bad Gateway</html>");
        });
        try (GlpiClient client = server.client(way).build()) {
            assertThatThrownBy(() -> way.run(client.session().changeActiveProfile(4)))
                    .isInstanceOf(GlpiProtocolException.class);
        }
        assertThat(sent)
                .filteredOn(target -> target.contains("changeActiveProfile"))
                .hasSize(1);
    }

    /** Peer defect (e) 16: the App-Token is optional. */
    @Test
    void peerDefect16NoAppTokenIsSentUnlessThereIsOne() {
        try (GlpiClient client = glpi.client(StubGlpi.Way.BLOCKING_EXECUTE).build()) {
            client.session().getFullSession().execute();
        }
        assertThat(glpi.stub.requests())
                .allSatisfy(request ->
                        assertThat(request.headers().firstValue("App-Token")).isEmpty());
    }

    /** Peer defect (e) 18: a view of the client loses an option on the way. */
    @Test
    void peerDefect18EveryOptionReachesEveryView() {
        try (GlpiClient client = glpi.client(StubGlpi.Way.BLOCKING_EXECUTE)
                .appToken("some-app-token")
                .acceptLanguage("fr-FR")
                .authSource("ldap-1")
                .header("X-Gateway", () -> "gateway-key")
                .build()) {
            client.session().getFullSession().execute();
            client.session(SessionContext.defaults().withProfile(4))
                    .getFullSession()
                    .execute();
            assertThat(catchThrowable(
                            () -> client.session("elsewhere").getFullSession().execute()))
                    .isInstanceOf(GlpiAuthenticationException.class);
        }
        assertThat(glpi.stub.requests())
                .filteredOn(request -> request.target().contains("/initSession"))
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.target()).contains("auth=ldap-1"));
        assertThat(glpi.stub.requests()).hasSizeGreaterThan(5).allSatisfy(request -> {
            assertThat(request.headers().firstValue("App-Token")).contains("some-app-token");
            assertThat(request.headers().firstValue("Accept-Language")).contains("fr-FR");
            assertThat(request.headers().firstValue("X-Gateway")).contains("gateway-key");
            assertThat(request.headers().firstValue("User-Agent").orElse("")).startsWith("glpi4j/");
        });
    }

    @ParameterizedTest
    @EnumSource
    void aLoginAbandonedByItsCallerServesAnother(StubGlpi.Way way) throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        glpi.loginGate = held;
        try (GlpiClient client = glpi.client(way).build()) {
            // The first call times out while it logs in; the second has time.
            CompletableFuture<Throwable> first = new CompletableFuture<>();
            Thread impatient = new Thread(() -> first.complete(catchThrowable(
                    () -> way.run(client.session().getFullSession().timeout(Duration.ofMillis(300))))));
            impatient.start();
            while (glpi.logins.get() == 0) {
                Thread.onSpinWait();
            }
            CompletableFuture<FullSession> second = new CompletableFuture<>();
            Thread patient =
                    new Thread(() -> second.complete(way.run(client.session().getFullSession())));
            patient.start();
            // The stub ignores aborts, so the first login ends late, with or without a session.
            patient.join(500);
            held.countDown();
            assertThat(second.get(30, SECONDS).login()).contains("glpi");
            impatient.join();
        }
    }

    @Test
    void aFullSessionOverTheLimitFailsTheLoginForAllCallers() throws Exception {
        glpi.sessionShown = MiniGlpi.USABLE + ",\"more\":\"" + "x".repeat(1024) + "\"";
        glpi.loginGate = new CountDownLatch(1);
        try (GlpiClient client =
                glpi.client(StubGlpi.Way.ASYNC_ASYNC).maxResponseBytes(1024).build()) {
            FutureTask<@Nullable Throwable> first = new FutureTask<>(
                    () -> catchThrowable(() -> client.session().getFullSession().execute()));
            new Thread(first).start();
            assertThat(glpi.loginBegun.tryAcquire(30, SECONDS)).isTrue();
            CompletableFuture<FullSession> second =
                    client.session().getFullSession().executeAsync();
            CompletableFuture<FullSession> third =
                    client.session().getFullSession().executeAsync();
            glpi.loginGate.countDown();
            assertThat(first.get(30, SECONDS)).isInstanceOf(GlpiProtocolException.class);
            assertThat(second)
                    .failsWithin(30, SECONDS)
                    .withThrowableThat()
                    .withCauseInstanceOf(GlpiProtocolException.class);
            assertThat(third)
                    .failsWithin(30, SECONDS)
                    .withThrowableThat()
                    .withCauseInstanceOf(GlpiProtocolException.class);
        }
        assertThat(glpi.logins).hasValue(1);
    }
}
