package io.github.glpi4j.session.jcache;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiConfigurationException;
import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.LoginGate;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A member of two crashes while its client, or the other's, renews the session. */
@Timeout(120)
class HazelcastFailureTest {

    private final FakeGlpi glpi = FakeGlpi.start();
    private final HazelcastMember first = HazelcastMember.start();
    private final HazelcastMember second = HazelcastMember.start(first.port());
    private final JCacheSessionStore firstStore = store(first);
    private final JCacheSessionStore secondStore = store(second);
    private final GlpiClient one = client(firstStore);
    private final GlpiClient two = client(secondStore);

    private JCacheSessionStore store(HazelcastMember member) {
        return JCacheSessionStore.builder(member.cache(), glpi.url(), "glpi").build();
    }

    private GlpiClient client(JCacheSessionStore store) {
        return GlpiClient.builder(glpi.url())
                .credentials(Credentials.basic("glpi", "glpi"))
                .sessionStore(store)
                .build();
    }

    @BeforeEach
    void share() {
        assertThat(first.members()).isEqualTo(2);
        one.session().getFullSession().execute();
        two.session().getFullSession().execute();
        assertThat(glpi.loginCount()).isEqualTo(1);
        glpi.expireSessions();
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
        firstStore.close();
        secondStore.close();
        second.close();
        first.close();
        glpi.close();
    }

    @Test
    void aRenewalOutlivesTheCrashOfAnotherMember() throws Exception {
        CompletableFuture<FullSession> call;
        try (LoginGate logins = glpi.holdLogins()) {
            call = two.session().getFullSession().executeAsync();
            logins.awaitWaiting(1);
            first.terminate();
        }
        assertThat(call.get(60, SECONDS).login()).contains("glpi");
        assertThat(glpi.sessions()).hasSize(1);
        assertThat(glpi.loginCount()).isEqualTo(2);
    }

    /** Its new session, which no other node knows, does not stay open; the other node renews the session as usual. */
    @Test
    void aClientWhoseMemberIsLostDuringItsRenewalEndsItsNewSession() throws Exception {
        CompletableFuture<FullSession> call;
        try (LoginGate logins = glpi.holdLogins()) {
            call = one.session().getFullSession().executeAsync();
            logins.awaitWaiting(1);
            first.terminate();
        }
        assertThatThrownBy(() -> call.get(60, SECONDS)).hasCauseInstanceOf(GlpiConfigurationException.class);
        assertThat(glpi.sessions()).isEmpty();
        assertThat(two.session().getFullSession().execute().login()).contains("glpi");
        assertThat(glpi.sessions()).hasSize(1);
    }

    /** Both log in at once, and the crash comes between the two logins and what they store. */
    @Test
    void theOtherNodeKeepsItsSessionIfBothWereRenewing() throws Exception {
        CompletableFuture<FullSession> lost;
        CompletableFuture<FullSession> call;
        try (LoginGate logins = glpi.holdLogins()) {
            lost = one.session().getFullSession().executeAsync();
            call = two.session().getFullSession().executeAsync();
            logins.awaitWaiting(2);
            first.terminate();
        }
        assertThat(call.get(60, SECONDS).login()).contains("glpi");
        assertThatThrownBy(() -> lost.get(60, SECONDS)).hasCauseInstanceOf(GlpiConfigurationException.class);
        assertThat(glpi.sessions()).hasSize(1);
    }
}
