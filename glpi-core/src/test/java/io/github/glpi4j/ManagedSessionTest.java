package io.github.glpi4j;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.glpi4j.session.EntityScope;
import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.session.SessionContext;
import io.github.glpi4j.session.SessionStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ManagedSessionTest {

    private static final int THREADS = 200;

    private final MiniGlpi glpi = new MiniGlpi();

    /** What happened on many threads that all began before the first was let go on. */
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
        // One more where somebody's change was already taken up again by the renewed session.
        assertThat(glpi.writes.get()).isBetween(THREADS, THREADS + 1);
    }

    @ParameterizedTest
    @EnumSource
    void aFailingLoginIsToldToAllByExceptionsOfTheirOwnAndAskedOnce(StubGlpi.Way way) throws InterruptedException {
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
    void glpisOwnCodesAreRenewed(String error) {
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
    void aFreshSessionThatIsRefusedAtOnceIsHeldBack(StubGlpi.Way way) {
        glpi.sessionsLost = true;
        try (GlpiClient client = glpi.client(way).build()) {
            assertHeldBack(way, client);
        }
        assertThat(glpi.logins).hasValue(1);
    }

    private static void assertHeldBack(StubGlpi.Way way, GlpiClient client) {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> way.run(client.session().getFullSession()))
                    .isInstanceOf(GlpiAuthenticationException.class)
                    .hasMessageContaining("do not share");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRenewedSessionThatIsRefusedAtOnceIsHeldBackToo(StubGlpi.Way way) {
        try (GlpiClient client = glpi.client(way).build()) {
            way.run(client.session().getFullSession());
            glpi.sessionsLost = true;
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> way.run(client.session().getFullSession()))
                        .isInstanceOf(GlpiAuthenticationException.class);
            }
        }
        assertThat(glpi.logins).hasValue(2);
    }

    @ParameterizedTest
    @EnumSource
    void aSessionRefusedAtOnceIsHeldBackForThirtySeconds(StubGlpi.Way way) {
        AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5); // a clock of nanoseconds may begin, and overflow, anywhere
        glpi.sessionsLost = true;
        try (GlpiClient client = glpi.client(way).clock(now::get).build()) {
            assertThatThrownBy(() -> way.run(client.session().getFullSession())).hasMessageContaining("do not share");
            now.addAndGet(SECONDS.toNanos(30) - 1);
            assertThatThrownBy(() -> way.run(client.session().getFullSession())).hasMessageContaining("do not share");
            assertThat(glpi.logins).hasValue(1);

            now.incrementAndGet();
            glpi.sessionsLost = false;
            assertThat(way.run(client.session().getFullSession()).login()).contains("glpi");
            assertThat(glpi.logins).hasValue(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSessionRefusedWhereItEntersItsContextIsHeldBackToo(StubGlpi.Way way) {
        glpi.sessionsLost = true;
        try (GlpiClient client = glpi.client(way)
                .context(SessionContext.defaults().withProfile(4))
                .build()) {
            assertHeldBack(way, client);
        }
        assertThat(glpi.logins).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource
    void aSessionGoneLongAfterItsLoginIsRenewedThoughItWasNeverUsed(StubGlpi.Way way) {
        AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
        glpi.unreachable = "getFullSession";
        try (GlpiClient client = glpi.client(way).clock(now::get).build()) {
            assertThatThrownBy(() -> way.run(client.session().getFullSession()))
                    .isInstanceOf(GlpiTransportException.class);
            now.addAndGet(SECONDS.toNanos(30));
            glpi.unreachable = "no endpoint";
            glpi.expireAll();
            assertThat(way.run(client.session().getFullSession()).login()).contains("glpi");
            assertThat(glpi.logins).hasValue(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSessionThatEnteredItsContextHasBeenUsed(StubGlpi.Way way) {
        glpi.unreachable = "getFullSession";
        try (GlpiClient client = glpi.client(way)
                .context(SessionContext.defaults().withEntity(3))
                .build()) {
            assertThatThrownBy(() -> way.run(client.session().getFullSession()))
                    .isInstanceOf(GlpiTransportException.class);
            glpi.unreachable = "no endpoint";
            glpi.expireAll();
            assertThat(way.run(client.session().getFullSession()).login()).contains("glpi");
            assertThat(glpi.logins).hasValue(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedLoginIsRememberedForTenSeconds(StubGlpi.Way way) {
        AtomicLong now = new AtomicLong();
        glpi.goodToken = "another";
        try (GlpiClient client = glpi.client(way).clock(now::get).build()) {
            assertThatThrownBy(() -> way.run(client.session().getFullSession()))
                    .isInstanceOf(GlpiAuthenticationException.class);
            now.addAndGet(SECONDS.toNanos(10) - 1);
            assertThatThrownBy(() -> way.run(client.session().getFullSession()))
                    .isInstanceOf(GlpiAuthenticationException.class);
            assertThat(glpi.logins).hasValue(1);

            now.incrementAndGet();
            glpi.goodToken = "user-token-canary";
            assertThat(way.run(client.session().getFullSession()).login()).contains("glpi");
            assertThat(glpi.logins).hasValue(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedLoginIsRememberedUntilOtherCredentialsCome(StubGlpi.Way way) {
        String[] token = {"wrong-user-token"};
        try (GlpiClient client = glpi.client(way)
                .credentials(Credentials.supplier(() -> Credentials.userToken(token[0])))
                .build()) {
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> way.run(client.session().getFullSession()))
                        .isInstanceOf(GlpiAuthenticationException.class);
            }
            assertThat(glpi.logins).hasValue(1);
            token[0] = "user-token-canary";
            way.run(client.session().getFullSession());
            assertThat(glpi.logins).hasValue(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void profileAndEntityAreTakenUpAgainAfterRenewal(StubGlpi.Way way) {
        try (GlpiClient client = glpi.client(way).build()) {
            way.run(client.session().changeActiveProfile(9));
            way.run(client.session().changeActiveEntities(EntityScope.tree(3)));
            glpi.expireAll();
            glpi.changes.clear();
            way.run(client.session().getFullSession());
            assertThat(glpi.changes)
                    .containsExactly(
                            "session-2-abcdefghijklmnop changeActiveProfile {\"profiles_id\":9}",
                            "session-2-abcdefghijklmnop changeActiveEntities {\"entities_id\":3,\"is_recursive\":true}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void allEntitiesMeansToLeaveTheEntityOut(StubGlpi.Way way) {
        try (GlpiClient client = glpi.client(way).build()) {
            way.run(client.session().changeActiveEntities(EntityScope.all()));
            assertThat(glpi.changes)
                    .containsExactly("session-1-abcdefghijklmnop changeActiveEntities {\"is_recursive\":false}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedEntityIsAFailureAndNotRemembered(StubGlpi.Way way) {
        try (GlpiClient client = glpi.client(way).build()) {
            assertThatThrownBy(() -> way.run(client.session().changeActiveEntities(EntityScope.only(999))))
                    .isInstanceOf(GlpiPermissionException.class)
                    .hasMessageContaining("Entity");
            glpi.expireAll();
            glpi.changes.clear();
            way.run(client.session().getFullSession());
            assertThat(glpi.changes).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void contextsHaveSessionsOfTheirOwn(StubGlpi.Way way) {
        try (GlpiClient client = glpi.client(way).build()) {
            GlpiSession admin =
                    client.session(SessionContext.defaults().withProfile(4).withEntityTree(0));
            way.run(admin.getFullSession());
            way.run(client.session(SessionContext.defaults().withProfile(4).withEntityTree(0))
                    .getFullSession());
            way.run(client.session().getFullSession());
            assertThat(glpi.logins)
                    .as("one for the context, one for the client")
                    .hasValue(2);
            assertThat(glpi.changes)
                    .containsExactly(
                            "session-1-abcdefghijklmnop changeActiveProfile {\"profiles_id\":4}",
                            "session-1-abcdefghijklmnop changeActiveEntities {\"entities_id\":0,\"is_recursive\":true}");
        }
        assertThat(glpi.kills).hasValue(2);
    }

    @ParameterizedTest
    @EnumSource
    void aContextThatCannotBeEnteredLeavesNoSessionBehind(StubGlpi.Way way) {
        try (GlpiClient client = glpi.client(way)
                .context(SessionContext.defaults().withProfile(4).withEntity(999))
                .build()) {
            assertThatThrownBy(() -> way.run(client.session().getFullSession()))
                    .isInstanceOf(GlpiPermissionException.class);
        }
        assertThat(glpi.alive()).isZero();
        assertThat(glpi.kills).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"session\":{\"glpi_password_expired\":1}",
                "\"session\":{\"glpiname\":\"x\",\"glpiprofiles\":[]}"
            })
    void anAccountThatCannotWorkIsToldAtLogin(String session) {
        for (StubGlpi.Way way : StubGlpi.Way.values()) {
            MiniGlpi server = new MiniGlpi();
            server.sessionShown = session;
            try (GlpiClient client = server.client(way).build()) {
                for (int i = 0; i < 3; i++) {
                    assertThatThrownBy(() -> way.run(client.session().getGlpiConfig()))
                            .isInstanceOfSatisfying(
                                    GlpiAuthenticationException.class,
                                    e -> assertThat(e.code()).isIn("GLPI4J_PASSWORD_EXPIRED", "GLPI4J_NO_PROFILE"));
                }
            }
            assertThat(server.logins).hasValue(1);
            assertThat(server.alive()).isZero();

            try (GlpiClient unchecked =
                    server.client(way).verifyAccountOnLogin(false).build()) {
                way.run(unchecked.session().getGlpiConfig());
            }
            assertThat(server.stub.requests())
                    .filteredOn(request -> request.target().endsWith("/initSession"))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLoginGivenUpByItsCallerIsTakenOverByAnother(StubGlpi.Way way) throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        glpi.loginGate = held;
        try (GlpiClient client = glpi.client(way).build()) {
            // The first caller's own timeout strikes while it logs in; the second has time.
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
            // The stub does not hear of aborts, so the first login ends late, and with a session or without.
            patient.join(500);
            held.countDown();
            assertThat(second.get(30, SECONDS).login()).contains("glpi");
            impatient.join();
        }
    }

    @ParameterizedTest
    @EnumSource
    void killSessionEndsItAndTheNextCallOpensAnother(StubGlpi.Way way) {
        try (GlpiClient client = glpi.client(way).build()) {
            way.run(client.session().killSession());
            assertThat(glpi.stub.requests()).isEmpty();
            way.run(client.session().getFullSession());
            way.run(client.session().killSession());
            assertThat(glpi.alive()).isZero();
            way.run(client.session().getFullSession());
            assertThat(glpi.logins).hasValue(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSessionThatCouldNotBeEndedStaysAndIsEndedByTheNextAttempt(StubGlpi.Way way) {
        try (GlpiClient client = glpi.client(way).build()) {
            way.run(client.session().getFullSession());
            glpi.unreachable = "killSession";
            assertThatThrownBy(() -> way.run(client.session().killSession()))
                    .isInstanceOf(GlpiTransportException.class);
            assertThatThrownBy(() -> way.run(client.session().killSession()))
                    .isInstanceOf(GlpiTransportException.class);
            way.run(client.session().getFullSession());
            assertThat(glpi.logins).hasValue(1);

            glpi.unreachable = "no endpoint";
            way.run(client.session().killSession());
            assertThat(glpi.alive()).isZero();
        }
        assertThat(glpi.kills).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource
    void aSessionThatCouldNotBeEndedIsEndedWithTheClient(StubGlpi.Way way) {
        try (GlpiClient client = glpi.client(way).build()) {
            way.run(client.session().getFullSession());
            glpi.unreachable = "killSession";
            assertThatThrownBy(() -> way.run(client.session().killSession()))
                    .isInstanceOf(GlpiTransportException.class);
            glpi.unreachable = "no endpoint";
        }
        assertThat(glpi.alive()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aSessionThatIsGoneCountsAsEnded(StubGlpi.Way way) {
        ScriptedStore store = new ScriptedStore();
        try (GlpiClient client = glpi.client(way).sessionStore(store).build()) {
            way.run(client.session().getFullSession());
            glpi.expireAll();
            way.run(client.session().killSession());
            assertThat(store.discarded).containsExactly("session-1-abcdefghijklmnop");
            way.run(client.session().getFullSession());
            assertThat(glpi.logins).hasValue(2);
        }
    }

    @Test
    void killSessionDuringALoginWaitsForItAndMakesNobodyLogInBesides() throws Exception {
        glpi.loginGate = new CountDownLatch(1);
        try (GlpiClient client = glpi.client(StubGlpi.Way.ASYNC_ASYNC).build()) {
            FutureTask<FullSession> first =
                    new FutureTask<>(() -> client.session().getFullSession().execute());
            new Thread(first).start();
            assertThat(glpi.loginBegun.tryAcquire(30, SECONDS)).isTrue();
            CompletableFuture<@Nullable Void> killed =
                    client.session().killSession().executeAsync();
            CompletableFuture<FullSession> second =
                    client.session().getFullSession().executeAsync();
            assertThat(glpi.logins).hasValue(1);

            glpi.loginGate.countDown();
            killed.get(30, SECONDS);
            assertThat(glpi.kills).hasValue(1);
            assertThat(first.get(30, SECONDS).login()).contains("glpi");
            assertThat(second.get(30, SECONDS).login()).contains("glpi");
        }
        assertThat(glpi.alive()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void closingNeverFails(StubGlpi.Way way) {
        GlpiClient client = glpi.client(way).build();
        way.run(client.session().getFullSession());
        glpi.expireAll();
        client.close();
        client.close();
        assertThatThrownBy(() -> way.run(client.session().getFullSession())).isInstanceOf(IllegalStateException.class);
        assertThat(glpi.logins).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource
    void closeAsyncEndsTheSessionToo(StubGlpi.Way way) throws Exception {
        GlpiClient client = glpi.client(way).build();
        way.run(client.session().getFullSession());
        client.closeAsync().toCompletableFuture().get(30, SECONDS);
        assertThat(glpi.kills).hasValue(1);
    }

    /** A store in memory that two clients share, as a cluster's map would be. */
    private static final class SharedStore implements SessionStore {

        private final AtomicReference<@Nullable String> token = new AtomicReference<>();

        @Override
        public CompletionStage<Optional<String>> load() {
            return CompletableFuture.completedFuture(Optional.ofNullable(token.get()));
        }

        @Override
        public CompletionStage<String> save(@Nullable String replaced, String opened) {
            String inForce = token.compareAndExchange(replaced, opened);
            boolean won = Objects.equals(inForce, replaced);
            return CompletableFuture.completedFuture(won || inForce == null ? opened : inForce);
        }

        @Override
        public CompletionStage<@Nullable Void> discard(String dead) {
            token.compareAndSet(dead, null);
            return CompletableFuture.completedFuture(null);
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoNodesShareASession(StubGlpi.Way way) {
        SharedStore store = new SharedStore();
        try (GlpiClient first = glpi.client(way).sessionStore(store).build();
                GlpiClient second = glpi.client(way).sessionStore(store).build()) {
            way.run(first.session().getFullSession());
            way.run(second.session().getFullSession());
            assertThat(glpi.logins).hasValue(1);
            glpi.expireAll();
            way.run(first.session().getFullSession());
            way.run(second.session().getFullSession());
            assertThat(glpi.logins).hasValue(2);
        }
        assertThat(glpi.kills).as("others may still work in it").hasValue(0);
    }

    @ParameterizedTest
    @EnumSource
    void aDeadSessionOfAnotherNodeDoesNotCostTheRenewal(StubGlpi.Way way) {
        SharedStore store = new SharedStore();
        try (GlpiClient first = glpi.client(way).sessionStore(store).build();
                GlpiClient second = glpi.client(way).sessionStore(store).build()) {
            way.run(first.session().getFullSession());
            glpi.expireAll();
            way.run(second.session().getFullSession());
            glpi.expireAll();
            assertThat(way.run(first.session().getFullSession()).login())
                    .as("its own session is dead, and so is the one in the store")
                    .contains("glpi");
            assertThat(glpi.logins).hasValue(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoNodesThatRenewAtOnceEndWithOneSession(StubGlpi.Way way) throws InterruptedException {
        SharedStore store = new SharedStore();
        try (GlpiClient first = glpi.client(way).sessionStore(store).build();
                GlpiClient second = glpi.client(way).sessionStore(store).build()) {
            way.run(first.session().getFullSession());
            way.run(second.session().getFullSession());
            glpi.expireAll();
            glpi.loginGate = new CountDownLatch(1);
            Thread one = new Thread(() -> way.run(first.session().getFullSession()));
            Thread two = new Thread(() -> way.run(second.session().getFullSession()));
            one.start();
            two.start();
            while (glpi.logins.get() < 3) {
                Thread.onSpinWait();
            }
            glpi.loginGate.countDown();
            one.join();
            two.join();
            assertThat(glpi.alive()).isEqualTo(1);
            way.run(first.session().getFullSession());
            way.run(second.session().getFullSession());
        }
        assertThat(glpi.logins).hasValue(3);
    }

    /** A store whose answers a test chooses; at first it is empty and takes every token. */
    private static final class ScriptedStore implements SessionStore {

        private volatile Supplier<@Nullable CompletionStage<Optional<String>>> load =
                () -> CompletableFuture.completedFuture(Optional.empty());
        private volatile UnaryOperator<CompletionStage<String>> save = UnaryOperator.identity();
        private final List<String> discarded = Collections.synchronizedList(new ArrayList<>());

        @Override
        @SuppressWarnings("NullAway") // what an implementation without null checks may do
        public CompletionStage<Optional<String>> load() {
            return load.get();
        }

        @Override
        public CompletionStage<String> save(@Nullable String replaced, String opened) {
            return save.apply(CompletableFuture.completedFuture(opened));
        }

        @Override
        public CompletionStage<@Nullable Void> discard(String token) {
            discarded.add(token);
            return CompletableFuture.completedFuture(null);
        }
    }

    private static List<Supplier<@Nullable CompletionStage<Optional<String>>>> failingLoads() {
        CompletableFuture<Optional<String>> cancelled = new CompletableFuture<>();
        cancelled.cancel(false);
        return List.of(
                () -> CompletableFuture.failedFuture(new IllegalStateException("cluster is down")),
                () -> {
                    throw new IllegalStateException("cluster is down");
                },
                () -> null,
                () -> cancelled);
    }

    @ParameterizedTest
    @EnumSource
    void aStoreThatFailsIsAConfigurationErrorAndNoMoreThanThat(StubGlpi.Way way) {
        for (Supplier<@Nullable CompletionStage<Optional<String>>> failing : failingLoads()) {
            MiniGlpi server = new MiniGlpi();
            ScriptedStore store = new ScriptedStore();
            Supplier<@Nullable CompletionStage<Optional<String>>> good = store.load;
            store.load = failing;
            try (GlpiClient client = server.client(way).sessionStore(store).build()) {
                for (int i = 0; i < 2; i++) {
                    assertThatThrownBy(() -> way.run(client.session().getFullSession()))
                            .isInstanceOf(GlpiConfigurationException.class)
                            .hasMessageContaining("session store");
                }
                assertThat(server.logins).hasValue(0);
                store.load = good;
                assertThat(way.run(client.session().getFullSession()).login()).contains("glpi");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSessionThatTheStoreDoesNotTakeIsEndedAndTheFailureTold(StubGlpi.Way way) {
        ScriptedStore store = new ScriptedStore();
        store.save = opened -> CompletableFuture.failedFuture(new IllegalStateException("no quorum"));
        try (GlpiClient client = glpi.client(way).sessionStore(store).build()) {
            assertThatThrownBy(() -> way.run(client.session().getFullSession()))
                    .isInstanceOf(GlpiConfigurationException.class)
                    .hasRootCauseMessage("no quorum");
            assertThat(glpi.alive()).isZero();
            store.save = opened -> {
                throw new IllegalStateException("no quorum");
            };
            assertThatThrownBy(() -> way.run(client.session().getFullSession())).hasRootCauseMessage("no quorum");
            assertThat(glpi.alive()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCallThatEndsDuringItsLoginLeavesNoSessionBehind(StubGlpi.Way way) throws InterruptedException {
        ScriptedStore store = new ScriptedStore();
        store.save = opened -> new CompletableFuture<>();
        try (GlpiClient client = glpi.client(way)
                .sessionStore(store)
                .callTimeout(Duration.ofSeconds(1))
                .build()) {
            assertThatThrownBy(() -> way.run(client.session().getFullSession().timeout(Duration.ofMillis(300))))
                    .isInstanceOf(GlpiTimeoutException.class);
            // The login continues for as long as a call may take; then the session is ended, in the background.
            assertThat(glpi.killed.tryAcquire(30, SECONDS)).isTrue();
        }
        assertThat(glpi.alive()).isZero();
    }

    @Test
    void aDiagnosisThatIsCancelledLeavesNoSessionBehind() throws InterruptedException {
        glpi.configGate = new CountDownLatch(1);
        try (GlpiClient client = glpi.client(StubGlpi.Way.BLOCKING_ASYNC).build()) {
            CompletableFuture<Diagnosis> diagnosis = client.diagnose().executeAsync();
            assertThat(glpi.configBegun.tryAcquire(30, SECONDS)).isTrue();
            diagnosis.cancel(false);
            glpi.configGate.countDown();
            assertThat(glpi.killed.tryAcquire(30, SECONDS)).isTrue();
        }
        assertThat(glpi.alive()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aContextThatCannotBeEnteredStopsNobodyElse(StubGlpi.Way way) {
        try (GlpiClient client = glpi.client(way).build()) {
            GlpiSession nowhere =
                    client.session(SessionContext.defaults().withProfile(4).withEntity(999));
            assertThatThrownBy(() -> way.run(nowhere.getFullSession())).isInstanceOf(GlpiPermissionException.class);
            assertThat(way.run(client.session().getFullSession()).login()).contains("glpi");
            assertThat(way.run(client.session(SessionContext.defaults().withProfile(4))
                                    .getFullSession())
                            .login())
                    .contains("glpi");
        }
        assertThat(glpi.alive()).isZero();
    }

    /** Else each call would log in, be refused and log out. */
    @ParameterizedTest
    @EnumSource
    void aContextThatCannotBeEnteredIsNotTriedAgainForTenSeconds(StubGlpi.Way way) {
        AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
        try (GlpiClient client = glpi.client(way)
                .clock(now::get)
                .context(SessionContext.defaults().withProfile(4).withEntity(999))
                .build()) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> way.run(client.session().getFullSession()))
                        .isInstanceOf(GlpiPermissionException.class);
            }
            assertThat(glpi.logins).hasValue(1);

            now.addAndGet(SECONDS.toNanos(9));
            assertThatThrownBy(() -> way.run(client.session().getFullSession()))
                    .isInstanceOf(GlpiPermissionException.class);
            assertThat(glpi.logins).hasValue(1);

            now.addAndGet(SECONDS.toNanos(2));
            assertThatThrownBy(() -> way.run(client.session().getFullSession()))
                    .isInstanceOf(GlpiPermissionException.class);
            assertThat(glpi.logins).hasValue(2);
        }
        assertThat(glpi.alive()).isZero();
    }

    @Test
    void aFullSessionBeyondTheLimitFailsTheLoginForAllWhoWait() throws Exception {
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

    @ParameterizedTest
    @EnumSource
    void whatTheStoreFailedWithIsTheCause(StubGlpi.Way way) {
        ScriptedStore store = new ScriptedStore();
        store.load = failingLoads().get(0);
        try (GlpiClient client = glpi.client(way).sessionStore(store).build()) {
            assertThatThrownBy(() -> way.run(client.session().getFullSession())).hasRootCauseMessage("cluster is down");
        }
    }
}
