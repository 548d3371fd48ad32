package io.github.glpi4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Holding and counting logins. */
class LoginGateTest {
    private static final int BOUND_SECONDS = 60;

    @RegisterExtension
    static final FakeGlpiExtension GLPI = FakeGlpiExtension.create();

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stopThreads() {
        GLPI.fake().reset();
        threads.shutdownNow();
    }

    private Future<Reply> login(String login, String password) {
        Wire wire = Wire.get(GLPI.url() + "/initSession").basic(login, password);
        return threads.submit(wire::send);
    }

    private static String outcome(Future<Reply> reply) throws Exception {
        return reply.get(BOUND_SECONDS, TimeUnit.SECONDS).outcome();
    }

    @Test
    void heldLoginsContinueWhenTheGateCloses() throws Exception {
        FakeGlpi glpi = GLPI.fake();
        String token = Wire.get(GLPI.url() + "/initSession")
                .basic("glpi", "glpi")
                .send()
                .sessionToken();
        List<Future<Reply>> replies = new ArrayList<>();
        try (LoginGate gate = glpi.holdLogins()) {
            for (int i = 0; i < 5; i++) {
                replies.add(login("glpi", "glpi"));
            }
            gate.awaitWaiting(5);

            assertThat(gate.waiting()).isEqualTo(5);
            assertThat(replies).noneMatch(Future::isDone);
            assertThat(glpi.requestsTo("initSession")).hasSize(6);
            assertThat(glpi.loginCount()).isEqualTo(1);
            assertThat(glpi.sessions()).hasSize(1);
            assertThat(Wire.get(GLPI.url() + "/getMyProfiles")
                            .header("Session-Token", token)
                            .send()
                            .outcome())
                    .isEqualTo("200");
        }

        for (Future<Reply> reply : replies) {
            assertThat(outcome(reply)).isEqualTo("200");
        }
        assertThat(outcome(login("glpi", "glpi"))).isEqualTo("200");
        assertThat(glpi.loginCount()).isEqualTo(7);
        assertThat(glpi.maxConcurrentLogins()).isEqualTo(5);
    }

    @Test
    void loginsAreCountedPerAccount() throws Exception {
        FakeGlpi glpi = GLPI.fake();
        outcome(login("glpi", "glpi"));
        outcome(login("GLPI", "glpi"));
        outcome(login("glpi", "wrong"));
        outcome(login("api-reader", "Reader:with:colons"));

        assertThat(glpi.loginCount()).isEqualTo(3);
        assertThat(glpi.loginCount("glpi")).isEqualTo(2);
        assertThat(glpi.loginCount("Api-Reader")).isEqualTo(1);
        assertThat(glpi.loginCount("nobody")).isZero();
        assertThat(glpi.maxConcurrentLogins()).isEqualTo(1);

        glpi.reset();
        assertThat(glpi.loginCount()).isZero();
        assertThat(glpi.loginCount("glpi")).isZero();
        assertThat(glpi.maxConcurrentLogins()).isZero();
    }

    @Test
    void heldLoginUsesTheStateAtItsRelease() throws Exception {
        Future<Reply> reply;
        try (LoginGate gate = GLPI.fake().holdLogins()) {
            reply = login("glpi", "glpi");
            gate.awaitWaiting(1);
            GLPI.fake().removeUser("glpi");
        }

        assertThat(outcome(reply)).isEqualTo("401 ERROR_GLPI_LOGIN");
    }

    @Test
    void onlyOneGateIsAllowed() {
        FakeGlpi glpi = GLPI.fake();
        LoginGate first = glpi.holdLogins();

        assertThatThrownBy(glpi::holdLogins).isInstanceOf(IllegalStateException.class);
        first.close();
        first.close();
        glpi.holdLogins().close();
    }

    @Test
    void resetReleasesHeldLogins() throws Exception {
        LoginGate gate = GLPI.fake().holdLogins();
        Future<Reply> reply = login("glpi", "glpi");
        gate.awaitWaiting(1);

        GLPI.fake().reset();

        assertThat(outcome(reply)).isEqualTo("200");
        assertThat(gate.waiting()).isZero();
    }

    @Test
    void closeReleasesHeldLogins() throws Exception {
        FakeGlpi glpi = FakeGlpi.start();
        LoginGate gate = glpi.holdLogins();
        Wire wire = Wire.get(glpi.url() + "/initSession").basic("glpi", "glpi");
        Future<?> held = threads.submit(() -> {
            try {
                wire.send();
            } catch (RuntimeException cutOff) {
                // A server that stops may not send the response.
                assertThat(cutOff).isNotNull();
            }
        });
        gate.awaitWaiting(1);

        glpi.close();

        held.get(BOUND_SECONDS, TimeUnit.SECONDS);
        assertThat(gate.waiting()).isZero();
    }
}
