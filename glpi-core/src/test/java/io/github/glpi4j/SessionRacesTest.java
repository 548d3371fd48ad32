package io.github.glpi4j;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.transport.AsyncTransport;
import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.Transport;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to the client's session when calls end early, fail or overlap. */
@Timeout(120)
class SessionRacesTest {

    private static final Duration SHORT = Duration.ofMillis(200);

    private final MiniGlpi glpi = new MiniGlpi();

    private static <T extends @Nullable Object> FutureTask<T> onThread(Callable<T> call) {
        FutureTask<T> task = new FutureTask<>(call);
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private static void pass(CountDownLatch gate) {
        try {
            assertThat(gate.await(60, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void callsShorterThanALoginShareOne(StubGlpi.Way way) {
        glpi.loginGate = new CountDownLatch(1);
        try (GlpiClient client = glpi.remoteClient(way).build()) {
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(
                                () -> way.run(client.session().getFullSession().timeout(SHORT)))
                        .isInstanceOfSatisfying(
                                GlpiTimeoutException.class,
                                e -> assertThat(e.mayHaveBeenSent()).isFalse());
            }
            assertThat(glpi.logins).hasValue(1);

            glpi.loginGate.countDown();
            assertThat(way.run(client.session().getFullSession()).login()).contains("glpi");
            assertThat(glpi.logins).hasValue(1);
        }
        assertThat(glpi.alive()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aLoginThatNoCallWaitsForIsEndedWithTheClient(StubGlpi.Way way) throws Exception {
        glpi.loginGate = new CountDownLatch(1);
        GlpiClient client = glpi.remoteClient(way).build();
        assertThatThrownBy(() -> way.run(client.session().getFullSession().timeout(SHORT)))
                .isInstanceOf(GlpiTimeoutException.class);
        FutureTask<@Nullable Void> closing = onThread(() -> {
            client.close();
            return null;
        });
        glpi.loginGate.countDown();
        closing.get(60, SECONDS);
        assertThat(glpi.alive()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aLoginEndsWithTheClientsCallTimeoutAndTheNextCallStartsAnother(StubGlpi.Way way) {
        glpi.loginGate = new CountDownLatch(1);
        try (GlpiClient client =
                glpi.remoteClient(way).callTimeout(Duration.ofMillis(500)).build()) {
            assertThatThrownBy(() -> way.run(client.session().getFullSession().timeout(Duration.ofSeconds(30))))
                    .isInstanceOfSatisfying(
                            GlpiTimeoutException.class,
                            e -> assertThat(e.mayHaveBeenSent()).isTrue());
            glpi.loginGate = new CountDownLatch(0);
            way.run(client.session().getFullSession().timeout(Duration.ofSeconds(30)));
            assertThat(glpi.logins).hasValue(2);
        }
    }

    /** A change that succeeds in the old session while another call renews: the renewed session takes it up too. */
    @ParameterizedTest
    @EnumSource
    void aChangeReachesTheSessionThatIsCurrentByThen(StubGlpi.Way way) throws Exception {
        CountDownLatch changed = new CountDownLatch(1);
        CountDownLatch renewed = new CountDownLatch(1);
        try (GlpiClient client = glpi.remoteClient(way).build()) {
            way.run(client.session().getFullSession());
            glpi.afterChange = () -> {
                glpi.afterChange = () -> {};
                changed.countDown();
                pass(renewed);
            };
            FutureTask<@Nullable Void> change =
                    onThread(() -> way.run(client.session().changeActiveProfile(9)));
            assertThat(changed.await(60, SECONDS)).isTrue();
            glpi.expireAll();
            way.run(client.session().getFullSession());
            renewed.countDown();
            change.get(60, SECONDS);
            assertThat(glpi.changes)
                    .containsExactly(
                            "session-1-abcdefghijklmnop changeActiveProfile {\"profiles_id\":9}",
                            "session-2-abcdefghijklmnop changeActiveProfile {\"profiles_id\":9}");

            glpi.expireAll();
            way.run(client.session().getFullSession());
            assertThat(glpi.changes).last(STRING).startsWith("session-3");
        }
    }

    /** The same while the login that renews is still under way. */
    @ParameterizedTest
    @EnumSource
    void aChangeWaitsForALoginThatDoesNotKnowOfIt(StubGlpi.Way way) throws Exception {
        CountDownLatch changed = new CountDownLatch(1);
        CountDownLatch renewing = new CountDownLatch(1);
        try (GlpiClient client = glpi.remoteClient(way).build()) {
            way.run(client.session().getFullSession());
            glpi.afterChange = () -> {
                glpi.afterChange = () -> {};
                changed.countDown();
                pass(renewing);
            };
            FutureTask<@Nullable Void> change =
                    onThread(() -> way.run(client.session().changeActiveProfile(9)));
            assertThat(changed.await(60, SECONDS)).isTrue();
            glpi.expireAll();
            glpi.loginBegun.drainPermits();
            glpi.loginGate = new CountDownLatch(1);
            FutureTask<FullSession> renewal =
                    onThread(() -> way.run(client.session().getFullSession()));
            assertThat(glpi.loginBegun.tryAcquire(60, SECONDS)).isTrue();
            renewing.countDown();
            glpi.loginGate.countDown();
            renewal.get(60, SECONDS);
            change.get(60, SECONDS);
            assertThat(glpi.changes).last(STRING).startsWith("session-2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void changesAreMadeOneAtATime(StubGlpi.Way way) throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        try (GlpiClient client = glpi.remoteClient(way).build()) {
            way.run(client.session().getFullSession());
            glpi.afterChange = () -> {
                glpi.afterChange = () -> {};
                first.countDown();
                pass(gate);
            };
            FutureTask<@Nullable Void> nine =
                    onThread(() -> way.run(client.session().changeActiveProfile(9)));
            assertThat(first.await(60, SECONDS)).isTrue();
            assertThatThrownBy(() ->
                            way.run(client.session().changeActiveProfile(4).timeout(SHORT)))
                    .isInstanceOfSatisfying(
                            GlpiTimeoutException.class,
                            e -> assertThat(e.mayHaveBeenSent()).isFalse());
            assertThat(glpi.changes).hasSize(1);
            gate.countDown();
            nine.get(60, SECONDS);
            way.run(client.session().changeActiveProfile(5));
            assertThat(glpi.changes).hasSize(2);
        }
    }

    /** Whether it was carried out is not known, and so the profile of the session is not. */
    @ParameterizedTest
    @EnumSource
    void aChangeWithoutAnAnswerCostsTheSession(StubGlpi.Way way) throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        try (GlpiClient client = glpi.remoteClient(way).build()) {
            way.run(client.session().changeActiveProfile(4));
            glpi.afterChange = () -> pass(gate);
            assertThatThrownBy(() ->
                            way.run(client.session().changeActiveProfile(9).timeout(Duration.ofMillis(500))))
                    .isInstanceOf(GlpiTimeoutException.class);
            glpi.afterChange = () -> {};
            gate.countDown();
            assertThat(glpi.killed.tryAcquire(60, SECONDS)).isTrue();
            way.run(client.session().getFullSession());
            assertThat(glpi.changes)
                    .last(STRING)
                    .isEqualTo("session-2-abcdefghijklmnop changeActiveProfile {\"profiles_id\":4}");
        }
        assertThat(glpi.alive()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aSessionWhoseEndFailedWhileAnotherWasOpenedIsEndedLater(StubGlpi.Way way) throws Exception {
        CountDownLatch killing = new CountDownLatch(1);
        CountDownLatch opened = new CountDownLatch(1);
        try (GlpiClient client = glpi.remoteClient(way).build()) {
            way.run(client.session().getFullSession());
            glpi.unreachable = "killSession";
            glpi.beforeKill = () -> {
                glpi.beforeKill = () -> {};
                killing.countDown();
                pass(opened);
            };
            FutureTask<@Nullable Void> kill =
                    onThread(() -> way.run(client.session().killSession()));
            assertThat(killing.await(60, SECONDS)).isTrue();
            way.run(client.session().getFullSession());
            opened.countDown();
            assertThatThrownBy(() -> kill.get(60, SECONDS)).hasCauseInstanceOf(GlpiTransportException.class);
            assertThat(glpi.alive()).isEqualTo(2);
            glpi.unreachable = "no endpoint";
        }
        assertThat(glpi.alive()).isZero();
    }

    /** A transport may have the response just when the call is aborted. */
    @ParameterizedTest
    @EnumSource
    void aTokenThatArrivesWithTheTimeoutIsEnded(StubGlpi.Way way) throws Exception {
        glpi.loginGate = new CountDownLatch(1);
        try (GlpiClient client = glpi.client(way)
                .transport(opensAtAbort(way.transport(glpi.stub)))
                .build()) {
            assertThatThrownBy(() -> way.run(client.initSession().timeout(SHORT)))
                    .isInstanceOfSatisfying(
                            GlpiTimeoutException.class,
                            e -> assertThat(e.mayHaveBeenSent()).isTrue());
            assertThat(glpi.killed.tryAcquire(60, SECONDS)).isTrue();
        }
        assertThat(glpi.alive()).isZero();
    }

    private Transport opensAtAbort(Transport transport) {
        return transport instanceof AsyncTransport async
                ? (AsyncTransport) (request, exchange) -> {
                    exchange.onAbort(glpi.loginGate::countDown);
                    return async.exchange(request, exchange);
                }
                : (BlockingTransport) (request, exchange) -> {
                    exchange.onAbort(glpi.loginGate::countDown);
                    return ((BlockingTransport) transport).exchange(request, exchange);
                };
    }

    @ParameterizedTest
    @EnumSource(names = {"ASYNC_EXECUTE", "ASYNC_ASYNC"})
    void aTokenThatArrivesAfterTheCallHasFailedIsEnded(StubGlpi.Way way) throws Exception {
        CompletableFuture<@Nullable Void> late = new CompletableFuture<>();
        AsyncTransport network = glpi.stub.async();
        AsyncTransport transport = (request, exchange) -> request.target().contains("initSession")
                ? late.thenCompose(now -> network.exchange(request, exchange))
                : network.exchange(request, exchange);
        try (GlpiClient client = glpi.client(way).transport(transport).build()) {
            assertThatThrownBy(() -> way.run(client.initSession().timeout(SHORT)))
                    .isInstanceOf(GlpiTimeoutException.class)
                    .hasMessageContaining("GLPI may have opened a session");
            late.complete(null);
            assertThat(glpi.killed.tryAcquire(60, SECONDS)).isTrue();
        }
        assertThat(glpi.alive()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\r\\nb", "a\\u0000b", "a\\u0007b", "a b", "caf\\u00e9", ""})
    void aTokenThatNoHeaderCanCarryIsReported(String token) {
        for (StubGlpi.Way way : StubGlpi.Way.values()) {
            MiniGlpi server = new MiniGlpi();
            server.loginResponse = response -> StubGlpi.response(
                    200, StubGlpi.JSON, "{\"session_token\":\"" + token + "\"," + MiniGlpi.USABLE + "}");
            try (GlpiClient client = server.client(way).build()) {
                for (int i = 0; i < 20; i++) {
                    assertThatThrownBy(() -> way.run(client.session().getGlpiConfig()))
                            .isInstanceOfSatisfying(GlpiProtocolException.class, e -> {
                                assertThat(e).hasMessageNotContaining("caf");
                                assertThat(e.excerpt()).isEmpty();
                                assertThat(e.hint()).isPresent();
                            });
                }
                assertThatThrownBy(() -> way.run(client.initSession())).isInstanceOf(GlpiProtocolException.class);
            }
            assertThat(server.logins).hasValue(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyTokenSaysThatGlpiCouldNotStartASession(StubGlpi.Way way) {
        glpi.loginResponse = response -> StubGlpi.response(200, StubGlpi.JSON, "{\"session_token\":\"\"}");
        try (GlpiClient client = glpi.client(way).build()) {
            assertThatThrownBy(() -> way.run(client.initSession()))
                    .isInstanceOf(GlpiProtocolException.class)
                    .hasMessageContaining("files/_sessions")
                    .hasMessageContaining("<?php");
        }
    }

    /** A wrong password behind a warning of PHP, and a page of something in front of GLPI. */
    @ParameterizedTest
    @ValueSource(strings = {"401 <br />\n<b>Warning</b>: ldap_bind(): Unable to bind", "200 <html>Sign in</html>"})
    void aLoginFailureThatCannotBeReadIsRemembered(String page) {
        for (StubGlpi.Way way : StubGlpi.Way.values()) {
            MiniGlpi server = new MiniGlpi();
            server.loginResponse = response ->
                    StubGlpi.response(Integer.parseInt(page.substring(0, 3)), "text/html", page.substring(4));
            String[] token = {"wrong-user-token"};
            try (GlpiClient client = server.client(way)
                    .credentials(Credentials.supplier(() -> Credentials.userToken(token[0])))
                    .build()) {
                for (int i = 0; i < 20; i++) {
                    assertThatThrownBy(() -> way.run(client.session().getGlpiConfig()))
                            .isInstanceOf(GlpiProtocolException.class);
                }
                assertThat(server.logins).hasValue(1);
                token[0] = "user-token-canary";
                server.loginResponse = response -> response;
                way.run(client.session().getGlpiConfig());
                assertThat(server.logins).hasValue(2);
            }
        }
    }
}
