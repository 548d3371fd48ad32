package io.github.glpi4j;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.session.SessionContext;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A refusal is remembered for some time, so that no call logs in for nothing. */
@Timeout(60)
class SessionRefusalTest {

    private final MiniGlpi glpi = new MiniGlpi();

    @ParameterizedTest
    @EnumSource
    void aNewSessionThatIsRefusedAtOnceIsNotReplaced(StubGlpi.Way way) {
        glpi.sessionsLost = true;
        try (GlpiClient client = glpi.client(way).build()) {
            assertNotReplaced(way, client);
        }
        assertThat(glpi.logins).hasValue(1);
    }

    private static void assertNotReplaced(StubGlpi.Way way, GlpiClient client) {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> way.run(client.session().getFullSession()))
                    .isInstanceOf(GlpiAuthenticationException.class)
                    .hasMessageContaining("do not share");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRenewedSessionThatIsRefusedAtOnceIsNotReplaced(StubGlpi.Way way) {
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
    void aSessionThatIsRefusedAtOnceBlocksLoginsForThirtySeconds(StubGlpi.Way way) {
        AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5); // a clock of nanoseconds may start, and overflow, anywhere
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
    void aSessionThatIsRefusedInItsContextIsNotReplaced(StubGlpi.Way way) {
        glpi.sessionsLost = true;
        try (GlpiClient client = glpi.client(way)
                .context(SessionContext.defaults().withProfile(4))
                .build()) {
            assertNotReplaced(way, client);
        }
        assertThat(glpi.logins).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource
    void anUnusedSessionThatExpiredLaterIsRenewed(StubGlpi.Way way) {
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
    void aSessionThatWasAcceptedInItsContextIsRenewed(StubGlpi.Way way) {
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

    /** Otherwise each call would log in, be refused and log out. */
    @ParameterizedTest
    @EnumSource
    void aRefusedContextIsRememberedForTenSeconds(StubGlpi.Way way) {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"session\":{\"glpi_password_expired\":1}",
                "\"session\":{\"glpiname\":\"x\",\"glpiprofiles\":[]}"
            })
    void anUnusableAccountIsReportedAtLogin(String session) {
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
}
