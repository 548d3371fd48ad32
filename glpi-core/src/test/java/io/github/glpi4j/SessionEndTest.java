package io.github.glpi4j;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.session.FullSession;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions are ended once, by killSession or with the client. */
@Timeout(60)
class SessionEndTest {

    private final MiniGlpi glpi = new MiniGlpi();

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
    void aFailedKillSessionCanBeRepeated(StubGlpi.Way way) {
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
    void closingEndsASessionThatKillSessionCouldNotEnd(StubGlpi.Way way) {
        try (GlpiClient client = glpi.client(way).build()) {
            way.run(client.session().getFullSession());
            glpi.unreachable = "killSession";
            assertThatThrownBy(() -> way.run(client.session().killSession()))
                    .isInstanceOf(GlpiTransportException.class);
            glpi.unreachable = "no endpoint";
        }
        assertThat(glpi.alive()).isZero();
    }

    @Test
    void killSessionDuringALoginWaitsForItAndCausesNoOtherLogin() throws Exception {
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
    void closingWithAnExpiredSessionDoesNotFail(StubGlpi.Way way) {
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

    @Test
    void aCancelledDiagnosisLeavesNoSession() throws InterruptedException {
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
}
