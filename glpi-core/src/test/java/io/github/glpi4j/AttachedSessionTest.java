package io.github.glpi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.transport.TransportRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachedSessionTest {

    @ParameterizedTest
    @EnumSource
    void getFullSessionSendsTheTokenInAHeader(StubGlpi.Way way) {
        StubGlpi glpi = StubGlpi.answering(200, StubGlpi.JSON, "{\"session\":{\"glpiname\":\"glpi\"}}");
        try (GlpiClient client = glpi.client(way).appToken("app").build()) {
            assertThat(way.run(client.session("token+/=").getFullSession()).login())
                    .contains("glpi");
        }
        TransportRequest sent = glpi.onlyRequest();
        assertThat(sent.method() + " " + sent.target()).isEqualTo("GET /glpi/apirest.php/getFullSession");
        assertThat(sent.headers().allValues("Session-Token")).containsExactly("token+/=");
        assertThat(sent.headers().allValues("App-Token")).containsExactly("app");
        assertThat(sent.headers().firstValue("Authorization")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "", " \n"})
    void killSessionTakesTrueAndTheEmptyBodyOfOldServers(String body) {
        StubGlpi glpi = StubGlpi.answering(200, StubGlpi.JSON, body);
        try (GlpiClient client = glpi.client().build()) {
            client.session("token").killSession().execute();
        }
        assertThat(glpi.onlyRequest().target()).isEqualTo("/glpi/apirest.php/killSession");
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "[]", "{}", "\"true\"", "1"})
    void anythingElseIsNoSuccess(String body) {
        StubGlpi glpi = StubGlpi.answering(200, StubGlpi.JSON, body);
        try (GlpiClient client = glpi.client().build()) {
            assertThatThrownBy(() -> client.session("token").killSession().execute())
                    .isExactlyInstanceOf(GlpiProtocolException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\r\nX: y", "ü"})
    void aTokenThatNoHeaderCarriesIsRefused(String token) {
        StubGlpi glpi = StubGlpi.answering(200, StubGlpi.JSON, "true");
        try (GlpiClient client = glpi.client().build()) {
            assertThatIllegalArgumentException().isThrownBy(() -> client.session(token));
        }
    }

    @Test
    void theViewHidesItsToken() {
        StubGlpi glpi = StubGlpi.answering(200, StubGlpi.JSON, "true");
        try (GlpiClient client = glpi.client().build()) {
            assertThat(client.session("canary").toString()).doesNotContain("canary");
            assertThat(client.toString()).isEqualTo("GlpiClient[http://localhost/glpi/apirest.php]");
        }
    }
}
