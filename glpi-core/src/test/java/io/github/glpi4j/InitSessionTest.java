package io.github.glpi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.session.InitSession;
import io.github.glpi4j.session.InitSessionResponse;
import io.github.glpi4j.transport.TransportRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InitSessionTest {

    private static final String APP_TOKEN = "f7g3csp8mgatg5ebc5elnazakw20i9fyev1qopya7";

    private final StubGlpi glpi = StubGlpi.answering(200, StubGlpi.JSON, "{\"session_token\":\"t\"}");

    @Test
    void firstExampleOfTheDocumentation() {
        try (GlpiClient client = GlpiClient.builder("http://path/to/glpi")
                .transport(glpi.blocking())
                .credentials(Credentials.basic("glpi", "glpi"))
                .appToken(APP_TOKEN)
                .build()) {
            client.initSession().execute();
        }
        TransportRequest sent = glpi.onlyRequest();
        assertThat(sent.method()).isEqualTo("GET");
        assertThat(sent.origin()).hasToString("http://path");
        assertThat(sent.target()).isEqualTo("/to/glpi/apirest.php/initSession");
        assertThat(sent.headers().allValues("Content-Type")).containsExactly("application/json");
        assertThat(sent.headers().allValues("Authorization")).containsExactly("Basic Z2xwaTpnbHBp");
        assertThat(sent.headers().allValues("App-Token")).containsExactly(APP_TOKEN);
        assertThat(sent.headers().allValues("Session-Token")).isEmpty();
        assertThat(sent.body().length()).isZero();
    }

    @Test
    void secondExampleOfTheDocumentation() {
        try (GlpiClient client = GlpiClient.builder("http://path/to/glpi/apirest.php")
                .transport(glpi.blocking())
                .credentials(Credentials.userToken("q56hqkniwot8wntb3z1qarka5atf365taaa2uyjrn"))
                .appToken(APP_TOKEN)
                .build()) {
            client.initSession().fullSession().execute();
        }
        TransportRequest sent = glpi.onlyRequest();
        assertThat(sent.target()).isEqualTo("/to/glpi/apirest.php/initSession?get_full_session=true");
        assertThat(sent.headers().allValues("Authorization"))
                .containsExactly("user_token q56hqkniwot8wntb3z1qarka5atf365taaa2uyjrn");
    }

    @Test
    void optionsAreCallsOfTheirOwn() {
        try (GlpiClient client = glpi.client().build()) {
            InitSession plain = client.initSession();
            InitSession full = plain.fullSession().authSource("ldap-1");
            plain.execute();
            full.execute();
        }
        assertThat(glpi.requests())
                .extracting(TransportRequest::target)
                .containsExactly(
                        "/glpi/apirest.php/initSession",
                        "/glpi/apirest.php/initSession?get_full_session=true&auth=ldap-1");
    }

    @Test
    void credentialsMayGoIntoAJsonBody() throws IOException {
        try (GlpiClient client = glpi.client().credentialsInBody().build()) {
            client.initSession()
                    .credentials(Credentials.basic("jürgen", "a\"\\b"))
                    .execute();
        }
        TransportRequest sent = glpi.onlyRequest();
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.target()).isEqualTo("/glpi/apirest.php/initSession");
        assertThat(sent.headers().firstValue("Authorization")).isEmpty();
        assertThat(new String(sent.body().openStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"login\":\"jürgen\",\"password\":\"a\\\"\\\\b\"}");
    }

    @Test
    void extraHeadersAreAskedForEachTimeAndNeverReplaceOurs() {
        int[] count = {0};
        GlpiClientBuilder builder =
                glpi.client().header("x-gateway", () -> "replaced").header("X-Gateway", () -> "key" + ++count[0]);
        assertThatIllegalArgumentException().isThrownBy(() -> builder.header("app-token", () -> "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.header("a b", () -> "x"));
        try (GlpiClient client = builder.build()) {
            client.initSession().execute();
            client.initSession().execute();
        }
        assertThat(glpi.requests())
                .extracting(request -> request.headers().allValues("X-Gateway"))
                .extracting(Object::toString)
                .containsExactly("[key1]", "[key2]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"canary\r\nX: y", "canary\0", "canaryü"})
    void anExtraHeaderThatCannotBeSentIsRefusedBeforeAnythingIs(String value) {
        try (GlpiClient client = glpi.client().header("X-Gateway", () -> value).build()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> client.initSession().execute())
                    .withMessageContaining("X-Gateway")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("canary"));
        }
        assertThat(glpi.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theAnswersOfTheDocumentationDecode(StubGlpi.Way way) {
        StubGlpi documented = StubGlpi.answering(200, StubGlpi.JSON, """
                {
                  "session_token": "83af7e620c83a50a18d3eac2f6ed05a3ca0bea62",
                  "session": {"glpi_plugins": {}, "glpicookietest": "...", "glpicsrftokens": {}}
                }""");
        try (GlpiClient client = documented.client(way).build()) {
            InitSessionResponse opened = way.run(client.initSession().fullSession());
            assertThat(opened.sessionToken()).isEqualTo("83af7e620c83a50a18d3eac2f6ed05a3ca0bea62");
            FullSession session = opened.fullSession().orElseThrow();
            assertThat(session.values()).containsOnlyKeys("glpi_plugins", "glpicookietest", "glpicsrftokens");
            assertThat(session.userId()).isEmpty();
            assertThat(session.profiles()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void tokensAreOpaque(StubGlpi.Way way) {
        String encrypted = "Zm9v+/8=".repeat(25);
        StubGlpi recent = StubGlpi.answering(
                200, StubGlpi.JSON, "{\"unknown\":[1,{\"a\":2}],\"session_token\":\"" + encrypted + "\"}");
        try (GlpiClient client = recent.client(way).build()) {
            InitSessionResponse opened = way.run(client.initSession());
            assertThat(opened.sessionToken()).isEqualTo(encrypted);
            assertThat(opened.fullSession()).isEmpty();
            assertThat(opened.toString()).doesNotContain(encrypted);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"session_token\":\"\"}",
                "{\"session_token\":123}",
                "{\"session_token\":null}",
                "{\"session_token\":true}",
                "[]",
                "\"abc\"",
                "true",
                "{\"session_token\":\"canary\"",
                "{\"session_token\":\"canary\"} trailing",
                "{\"session_token\":\"canary\"}{}",
                "{\"session_token\":\"canary\",\"session\":1}",
                "{\"session_token\":\"canary\",\"session\":[1]}",
                "Notice: Undefined index {\"session_token\":\"canary\"}",
            })
    void anAnswerWithoutATokenIsNone(String body) {
        StubGlpi odd = StubGlpi.answering(200, StubGlpi.JSON, body);
        try (GlpiClient client = odd.client().build()) {
            assertThatThrownBy(() -> client.initSession().execute())
                    .isInstanceOfSatisfying(GlpiProtocolException.class, e -> {
                        assertThat(e.status()).isEqualTo(200);
                        assertThat(e.operation()).contains("initSession");
                    });
        }
    }

    @Test
    void aSessionTokenIsNeverSentToInitSession() {
        try (GlpiClient client = glpi.client().build()) {
            client.session("other-session");
            client.initSession().execute();
        }
        assertThat(glpi.onlyRequest().headers().firstValue("Session-Token")).isEmpty();
    }
}
