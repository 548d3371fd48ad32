package io.github.glpi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.session.EntityScope;
import io.github.glpi4j.session.SessionContext;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Profile and entity belong to a session and are restored when it is renewed. */
@Timeout(60)
class SessionContextTest {

    private final MiniGlpi glpi = new MiniGlpi();

    @ParameterizedTest
    @EnumSource
    void aRenewedSessionGetsTheSameProfileAndEntity(StubGlpi.Way way) {
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
    void allEntitiesAreRequestedWithoutAnEntity(StubGlpi.Way way) {
        try (GlpiClient client = glpi.client(way).build()) {
            way.run(client.session().changeActiveEntities(EntityScope.all()));
            assertThat(glpi.changes)
                    .containsExactly("session-1-abcdefghijklmnop changeActiveEntities {\"is_recursive\":false}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedEntityIsReportedAndNotRemembered(StubGlpi.Way way) {
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
    void eachContextHasItsOwnSession(StubGlpi.Way way) {
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
    void aRefusedContextLeavesNoSession(StubGlpi.Way way) {
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
    @EnumSource
    void aRefusedContextAffectsNoOtherSession(StubGlpi.Way way) {
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
}
