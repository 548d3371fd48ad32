package io.github.glpi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.session.ActiveEntities;
import io.github.glpi4j.session.Entity;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallCompositionTest {

    private final StubGlpi glpi = StubGlpi.answering(
            200, StubGlpi.JSON, "{\"session\":{\"glpiID\":7},\"active_entity\":{\"id\":3},\"myentities\":[]}");

    private List<String> endpoints() {
        return glpi.requests().stream()
                .map(request -> request.target().replaceAll(".*/", ""))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void twoCallsBecomeOne(StubGlpi.Way way) {
        try (GlpiClient client = glpi.client(way).build()) {
            GlpiSession session = client.session("token");
            Call<Long> both = session.getFullSession()
                    .then(full -> session.getActiveEntities())
                    .map(ActiveEntities::id)
                    .map(id -> id.orElse(0));

            assertThat(way.run(both)).isEqualTo(3L);
            assertThat(way.run(both)).isEqualTo(3L);
        }
        assertThat(endpoints())
                .containsExactly("getFullSession", "getActiveEntities", "getFullSession", "getActiveEntities");
    }

    @ParameterizedTest
    @EnumSource
    void aCallWithOptionsMayFollow(StubGlpi.Way way) {
        try (GlpiClient client = glpi.client(way).build()) {
            GlpiSession session = client.session("token");

            Call<List<Entity>> both =
                    session.getMyEntities().then(all -> session.getMyEntities().recursive());

            assertThat(way.run(both)).isEmpty();
        }
        assertThat(endpoints()).containsExactly("getMyEntities", "getMyEntities?is_recursive=true");
    }

    @ParameterizedTest
    @EnumSource
    void afterAFailureNothingFollows(StubGlpi.Way way) {
        StubGlpi refusing = StubGlpi.answering(403, StubGlpi.JSON, "[\"ERROR_RIGHT_MISSING\",\"\"]");
        try (GlpiClient client = refusing.client(way).build()) {
            GlpiSession session = client.session("token");
            Call<ActiveEntities> both = session.getFullSession().then(full -> session.getActiveEntities());

            assertThatThrownBy(() -> way.run(both))
                    .isInstanceOfSatisfying(
                            GlpiPermissionException.class,
                            refused -> assertThat(refused.code()).isEqualTo(ErrorCodes.RIGHT_MISSING));
        }
        assertThat(refusing.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void theNextCallMustBelongToTheSameClient(StubGlpi.Way way) {
        StubGlpi elsewhere = StubGlpi.answering(200, StubGlpi.JSON, "{\"active_entity\":{\"id\":3}}");
        try (GlpiClient client = glpi.client(way).build();
                GlpiClient other = elsewhere.client(way).build()) {
            Call<ActiveEntities> both = client.session("token")
                    .getFullSession()
                    .then(full -> other.session("token").getActiveEntities());

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> way.run(both))
                    .withMessageContaining("another client");
        }
        assertThat(elsewhere.requests()).isEmpty();
    }
}
