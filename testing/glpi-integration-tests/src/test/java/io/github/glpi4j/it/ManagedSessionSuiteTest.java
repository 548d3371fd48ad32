package io.github.glpi4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.GlpiAuthenticationException;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiNotFoundException;
import io.github.glpi4j.GlpiPermissionException;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.session.EntityScope;
import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.session.SessionContext;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.GlpiSwitch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Managed sessions on each transport and in each mode, on FakeGlpi and on a real GLPI. */
@Tag("live")
@Timeout(60)
class ManagedSessionSuiteTest {

    @RegisterExtension
    static final Server SERVER = new Server();

    @ParameterizedTest
    @EnumSource
    void clientManagesItsSession(Way way) {
        try (GlpiClient glpi =
                SERVER.client(way).credentials(SERVER.userToken()).build()) {
            FullSession session = way.run(glpi.session().getFullSession());
            assertThat(way.run(glpi.session().getActiveProfile()).id().orElseThrow())
                    .isEqualTo(session.activeProfileId().orElseThrow());
            assertThat(way.run(glpi.session().getMyProfiles()))
                    .extracting(profile -> profile.id())
                    .contains(session.activeProfileId().getAsLong());
            assertThat(way.run(glpi.session().getMyEntities().recursive()))
                    .extracting(entity -> entity.id())
                    .contains(session.activeEntityId().orElseThrow());
            assertThat(way.run(glpi.session().getActiveEntities()).ids()).isNotEmpty();
            assertThat(way.run(glpi.session().getGlpiConfig()).glpiVersion().orElseThrow())
                    .matches("\\d+\\.\\d+.*");
            long entity = session.activeEntityId().getAsLong();
            way.run(glpi.session().changeActiveProfile(session.activeProfileId().getAsLong()));
            way.run(glpi.session().changeActiveEntities(EntityScope.only(entity)));
            assertThat(way.run(glpi.session().getActiveEntities()).id()).hasValue(entity);
            way.run(glpi.session().changeActiveEntities(EntityScope.all()));
            way.run(glpi.session().killSession());
            assertThat(way.run(glpi.session().getFullSession()).userId()).isEqualTo(session.userId());
            assertThat(way.run(glpi.diagnose()).isHealthy()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void unavailableContextsAreRefused(Way way) {
        try (GlpiClient glpi =
                SERVER.client(way).credentials(SERVER.userToken()).build()) {
            assertThatThrownBy(() -> way.run(glpi.session().changeActiveProfile(99_999)))
                    .isInstanceOf(GlpiNotFoundException.class);
            assertThatThrownBy(() -> way.run(glpi.session().changeActiveEntities(EntityScope.only(99_999))))
                    .isInstanceOf(GlpiPermissionException.class);
            way.run(glpi.session().getFullSession());
        }
    }

    @ParameterizedTest
    @EnumSource
    void expiredSessionsAreRenewedInTheirContext(Way way) {
        FakeGlpi fake = SERVER.needing("sessions that expire on command");
        try (GlpiClient glpi = SERVER.client(way).credentials(SERVER.basic()).build()) {
            way.run(glpi.session().changeActiveEntities(EntityScope.only(1)));
            fake.expireSessions();
            assertThat(way.run(glpi.session().getActiveEntities()).id()).hasValue(1);
            assertThat(fake.loginCount()).isEqualTo(2);
        }
        assertThat(fake.sessions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nodesWithoutSharedSessionsAreReportedAndNotFlooded(Way way) {
        FakeGlpi fake = SERVER.needing("nodes that do not share their sessions");
        fake.turnOn(GlpiSwitch.SESSIONS_NOT_SHARED);
        try (GlpiClient glpi = SERVER.client(way)
                .credentials(SERVER.basic())
                .verifyAccountOnLogin(false)
                .build()) {
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> way.run(glpi.session().getFullSession()))
                        .isInstanceOf(GlpiAuthenticationException.class)
                        .hasMessageContaining("do not share");
            }
        }
        assertThat(fake.loginCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void eachContextHasItsOwnSession(Way way) {
        try (GlpiClient glpi =
                SERVER.client(way).credentials(SERVER.userToken()).build()) {
            FullSession session = way.run(glpi.session().getFullSession());
            long profile = session.activeProfileId().orElseThrow();
            long entity = session.activeEntityId().orElseThrow();
            GlpiSession only =
                    glpi.session(SessionContext.defaults().withProfile(profile).withEntity(entity));
            GlpiSession below =
                    glpi.session(SessionContext.defaults().withProfile(profile).withEntityTree(entity));
            assertThat(way.run(only.getActiveProfile()).id()).hasValue(profile);
            assertThat(way.run(only.getActiveEntities())).satisfies(active -> {
                assertThat(active.id()).hasValue(entity);
                assertThat(active.ids()).containsExactly(entity);
                assertThat(active.recursive()).isFalse();
            });
            assertThat(way.run(below.getActiveEntities()).recursive()).isTrue();
            assertThatThrownBy(
                            () -> way.run(glpi.session(SessionContext.defaults().withEntity(99_999))
                                    .getActiveEntities()))
                    .isInstanceOf(GlpiPermissionException.class);
            assertThat(way.run(glpi.session().getActiveEntities()).id()).hasValue(entity);
        }
    }
}
