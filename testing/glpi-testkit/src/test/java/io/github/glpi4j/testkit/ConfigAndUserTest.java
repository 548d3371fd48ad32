package io.github.glpi4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GLPI's settings, and reading accounts. */
class ConfigAndUserTest {
    @RegisterExtension
    static final FakeGlpiExtension GLPI = FakeGlpiExtension.create();

    private static Reply get(FakeGlpi glpi, String path, String login) {
        String token =
                Wire.get(glpi.url() + "/initSession").basic(login, login).send().sessionToken();
        return Wire.get(glpi.url() + path).header("Session-Token", token).send();
    }

    private static Reply get(String path, String login) {
        return get(GLPI.fake(), path, login);
    }

    @Test
    void configContainsTheVersion() {
        JsonNode config = get("/getGlpiConfig", "glpi").json().path("cfg_glpi");

        assertThat(config.path("version").textValue()).isEqualTo("10.0.19");
        assertThat(config.path("url_base_api").textValue()).isEqualTo(GLPI.url());
        assertThat(config.path("enable_api_login_credentials").textValue()).isEqualTo("1");
        assertThat(config.path("notifications_mailing").textValue()).isEqualTo("0");
        assertThat(config.path("languages").isObject()).isTrue();
    }

    @Test
    void preferencesOverrideTheConfig() {
        GLPI.fake()
                .addUser(FakeUser.of("marie")
                        .withPassword("marie")
                        .withLanguage("fr_FR")
                        .withProfile(FakeProfile.selfService(), 0, true));

        JsonNode glpis = get("/getGlpiConfig", "glpi").json().path("cfg_glpi");
        JsonNode maries = get("/getGlpiConfig", "marie").json().path("cfg_glpi");

        assertThat(glpis.path("list_limit")).hasToString("20");
        assertThat(glpis.path("language").textValue()).isEqualTo("en_GB");
        assertThat(maries.path("list_limit")).hasToString("\"15\"");
        assertThat(maries.path("language").textValue()).isEqualTo("fr_FR");
    }

    @Test
    void configReflectsSwitches() {
        GLPI.fake().turnOn(GlpiSwitch.NOTIFICATIONS, GlpiSwitch.USER_TOKENS_OFF);

        JsonNode config = get("/getGlpiConfig", "glpi").json().path("cfg_glpi");

        assertThat(config.path("notifications_mailing").textValue()).isEqualTo("1");
        assertThat(config.path("enable_api_login_external_token").textValue()).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({"9.5.13, true", "11.0.6, false"})
    void configDependsOnTheVersion(String version, boolean hasUrlOfApi) {
        try (FakeGlpi glpi = FakeGlpi.builder().version(version).start()) {
            JsonNode config = get(glpi, "/getGlpiConfig", "glpi").json().path("cfg_glpi");

            assertThat(config.path("version").textValue()).isEqualTo(version);
            assertThat(config.has("url_base_api")).isEqualTo(hasUrlOfApi);
        }
    }

    @Test
    void accountMatchesTheRecording() throws IOException {
        ObjectNode recorded;
        try (InputStream file = getClass().getResourceAsStream("/recordings-items/get-multiple-items.json")) {
            JsonNode recording = new JsonMapper().readTree(Objects.requireNonNull(file));
            recorded = (ObjectNode) recording.path("response").path("body").path(0);
        }

        Reply reply = get("/User/2?get_hateoas=false", "glpi");

        // Depends on earlier requests of the recorded server.
        recorded.putNull("last_login");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo(recorded.toString());
        assertThat(reply.headers()).containsKey("Last-Modified");
    }

    @Test
    void accountHasLinks() {
        JsonNode user = get("/User/2", "glpi").json();

        assertThat(user.path("links").path(0).path("rel").textValue()).isEqualTo("Entity");
        assertThat(user.path("links").path(0).path("href").textValue()).isEqualTo(GLPI.url() + "/Entity/0");
    }

    @Test
    void otherAccountsCanBeRead() {
        GLPI.fake()
                .addUser(FakeUser.of("marie")
                        .withRealName("Curie & Co")
                        .withFirstName("Marie")
                        .withLanguage("fr_FR")
                        .withActive(false)
                        .withId(40));

        JsonNode user = get("/User/40", "glpi").json();

        assertThat(user.path("name").textValue()).isEqualTo("marie");
        assertThat(user.path("realname").textValue()).isEqualTo("Curie &#38; Co");
        assertThat(user.path("firstname").textValue()).isEqualTo("Marie");
        assertThat(user.path("language").textValue()).isEqualTo("fr_FR");
        assertThat(user.path("is_active").intValue()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"9.5.13, 401 ERROR_RIGHT_MISSING", "10.0.19, 403 ERROR_RIGHT_MISSING", "11.0.6, 403 ERROR_RIGHT_MISSING"
    })
    void ownAccountNeedsTheRight(String version, String outcome) {
        try (FakeGlpi glpi = FakeGlpi.builder()
                .version(version)
                .user(FakeUser.of("none")
                        .withId(40)
                        .withPassword("none")
                        .withProfile(FakeProfile.superAdmin().withoutRight("user"), 0, true))
                .user(FakeUser.of("self")
                        .withId(41)
                        .withPassword("self")
                        .withProfile(FakeProfile.selfService(), 0, true))
                .user(FakeUser.of("more")
                        .withId(42)
                        .withPassword("more")
                        .withProfile(FakeProfile.selfService().withRight("user", 1), 0, true))
                .start()) {
            assertThat(get(glpi, "/User/40", "none").outcome()).isEqualTo(outcome);
            assertThat(get(glpi, "/User/41", "self").outcome()).isEqualTo(outcome);
            assertThat(get(glpi, "/User/42", "more").outcome()).isEqualTo("200");
            assertThat(get(glpi, "/User/11", "password-expired").outcome()).isEqualTo(outcome);
            assertThat(get(glpi, "/User/999999", "none").outcome()).isEqualTo("404 ERROR_ITEM_NOT_FOUND");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/User/999999, 404 ERROR_ITEM_NOT_FOUND",
        "/User/0, 404 ERROR_ITEM_NOT_FOUND",
        "/user/2, 400 ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM",
    })
    void otherPaths(String path, String outcome) {
        assertThat(get(path, "glpi").outcome()).isEqualTo(outcome);
    }

    @Test
    void configAndUserNeedASession() {
        assertThat(Wire.get(GLPI.url() + "/getGlpiConfig").send().outcome())
                .isEqualTo("400 ERROR_SESSION_TOKEN_MISSING");
        assertThat(Wire.get(GLPI.url() + "/User/2").send().outcome()).isEqualTo("400 ERROR_SESSION_TOKEN_MISSING");
    }
}
