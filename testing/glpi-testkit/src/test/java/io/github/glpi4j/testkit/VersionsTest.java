package io.github.glpi4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The differences between versions of GLPI. */
class VersionsTest {
    private static FakeGlpi start(String version) {
        return FakeGlpi.builder().version(version).start();
    }

    private static Wire call(FakeGlpi glpi, String path) {
        return Wire.get(glpi.url() + path);
    }

    private static String login(FakeGlpi glpi) {
        return call(glpi, "/initSession").basic("glpi", "glpi").send().sessionToken();
    }

    private static Reply post(FakeGlpi glpi, String endpoint, String body, String token) {
        return Wire.of("POST", glpi.url() + endpoint)
                .json()
                .header("Session-Token", token)
                .body(body)
                .send();
    }

    @Test
    void defaultVersionIs10() {
        try (FakeGlpi glpi = FakeGlpi.start()) {
            assertThat(glpi.version()).isEqualTo("10.0.19");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "9.5.13, '', '', 400 ERROR",
        "10.0.19, true, true, 200",
        "11.0.6, true, true, 200",
        "11.0.7, true, true, 200"
    })
    void bodiesOfChanges(String version, String change, String kill, String refused) {
        try (FakeGlpi glpi = start(version)) {
            String token = login(glpi);

            Reply profile = post(glpi, "/changeActiveProfile", "{\"profiles_id\":4}", token);
            assertThat(profile.status()).isEqualTo(200);
            assertThat(profile.contentType()).startsWith("application/json");
            assertThat(profile.body()).isEqualTo(change);
            Reply entities = post(glpi, "/changeActiveEntities", "{\"entities_id\":999}", token);
            assertThat(entities.outcome()).isEqualTo(refused);
            Reply end =
                    call(glpi, "/killSession").header("Session-Token", token).send();
            assertThat(end.status()).isEqualTo(200);
            assertThat(end.body()).isEqualTo(kill);
            assertThat(glpi.killCount()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"9.5.13, Root entity &gt; R&D", "10.0.19, Root entity &#62; R&#38;D", "11.0.6, Root entity > R&D"})
    void namesOfEntities(String version, String name) {
        try (FakeGlpi glpi = FakeGlpi.builder()
                .version(version)
                .entity(FakeEntity.of(3, "R&D", 0))
                .start()) {
            JsonNode entities = call(glpi, "/getMyEntities?is_recursive=true")
                    .header("Session-Token", login(glpi))
                    .send()
                    .json()
                    .path("myentities");

            assertThat(entities.path(2).path("name").textValue()).isEqualTo(name);
        }
    }

    @ParameterizedTest
    @CsvSource({"9.5.13, false, 0", "10.0.19, true, 0"})
    void allEntities(String version, String recursive, int active) {
        try (FakeGlpi glpi = start(version)) {
            String token = login(glpi);
            post(glpi, "/changeActiveEntities", "{}", token);

            JsonNode entities = call(glpi, "/getActiveEntities")
                    .header("Session-Token", token)
                    .send()
                    .json()
                    .path("active_entity");

            assertThat(entities.path("id").intValue()).isEqualTo(active);
            assertThat(entities.path("active_entity_recursive")).hasToString(recursive);
            assertThat(entities.path("active_entities")).hasSize(3);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "9.5.13, 26",
        "10.0.19, 26",
        "10.0.24, 26",
        "10.0.25, 200",
        "11.0.6, 26",
        "11.0.7, 200",
        "11.1.0, 200",
        "12.0.0, 200"
    })
    void sessionTokens(String version, int length) {
        try (FakeGlpi glpi = start(version)) {
            assertThat(login(glpi)).hasSize(length);
            assertThat(glpi.isOn(GlpiSwitch.ENCRYPTED_TOKENS)).isEqualTo(length == 200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "9.5.13, 401 ERROR_SESSION_TOKEN_INVALID",
        "10.0.19, 401 ERROR_SESSION_TOKEN_INVALID",
        "11.0.6, 500",
        "11.0.7, 401 ERROR_SESSION_TOKEN_INVALID"
    })
    void malformedTokens(String version, String outcome) {
        try (FakeGlpi glpi = start(version)) {
            Wire call = call(glpi, "/getMyProfiles").header("Session-Token", "bad/../token !");

            assertThat(call.send().outcome()).isEqualTo(outcome);
            assertThat(call(glpi, "/getMyProfiles")
                            .header("Session-Token", "unknown")
                            .send()
                            .outcome())
                    .isEqualTo("401 ERROR_SESSION_TOKEN_INVALID");
        }
    }

    @Test
    void errorPagesOf11DependOnAccept() {
        try (FakeGlpi glpi = start("11.0.6")) {
            Wire call = call(glpi, "/getMyProfiles").header("Session-Token", "%%%");

            Reply html = call.send();
            assertThat(html.contentType()).startsWith("text/html");
            assertThat(html.body()).startsWith("<!DOCTYPE html>");
            Reply json = call.header("Accept", "application/json").send();
            assertThat(json.contentType()).startsWith("application/json");
            assertThat(json.json().path("error").booleanValue()).isTrue();
            assertThat(json.json().path("trace").isNull()).isTrue();
        }
    }

    @Test
    void emptyResponsesOf10AreErrorsIn11() {
        try (FakeGlpi glpi = start("11.0.6")) {
            String token = call(glpi, "/initSession")
                    .basic("password-expired", "password-expired")
                    .send()
                    .sessionToken();

            assertThat(call(glpi, "/getActiveEntities")
                            .header("Session-Token", token)
                            .send()
                            .status())
                    .isEqualTo(500);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api.php", "/api.php/"})
    void listsApis(String path) {
        try (FakeGlpi glpi = start("11.0.6")) {
            Reply reply =
                    Wire.of("GET", "http://127.0.0.1:" + glpi.port() + path).send();

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.contentType()).isEqualTo("application/json");
            JsonNode versions = reply.json().path("api_versions");
            assertThat(reply.json().path("message").textValue()).isNotEmpty();
            assertThat(versions.findValuesAsText("api_version")).containsExactly("1", "2");
            assertThat(versions.path(0).path("endpoint").textValue()).isEqualTo(glpi.apiV1Url());
            assertThat(versions.path(0).path("version").textValue()).isEqualTo("1.0.0");

            glpi.turnOn(GlpiSwitch.HIGH_LEVEL_API_OFF);
            Reply off = Wire.of("GET", "http://127.0.0.1:" + glpi.port() + path).send();
            assertThat(off.status()).isEqualTo(403);
            assertThat(off.json().path("detail").textValue()).isEqualTo("The High-Level API is disabled");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.5.13", "10.0.19"})
    void apiPhpExistsAsOf11(String version) {
        try (FakeGlpi glpi = start(version)) {
            Reply list =
                    Wire.get("http://127.0.0.1:" + glpi.port() + "/api.php/").send();
            assertThat(list.status()).isEqualTo(404);
            assertThat(list.contentType()).startsWith("text/html");
            assertThat(Wire.get(glpi.apiV1Url() + "/initSession").send().status())
                    .isEqualTo(404);
        }
    }

    @Test
    void linksOf11PointToApiPhp() {
        try (FakeGlpi glpi = start("11.0.6")) {
            assertThat(call(glpi, "/initSession").send().message())
                    .endsWith(" at " + glpi.apiV1Url() + "/#ERROR_LOGIN_PARAMETERS_MISSING");
            assertThat(Wire.get(glpi.apiV1Url() + "/v1/initSession")
                            .basic("glpi", "glpi")
                            .send()
                            .outcome())
                    .isEqualTo("200");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "9.5.13, 400 ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM",
        "10.0.19, 400 ERROR_SESSION_TOKEN_MISSING",
        "11.0.6, 400 ERROR_SESSION_TOKEN_MISSING"
    })
    void unknownEndpointsWithoutASession(String version, String outcome) {
        try (FakeGlpi glpi = start(version)) {
            assertThat(call(glpi, "/nothing").send().outcome()).isEqualTo(outcome);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "9.5.13, 400 ERROR_JSON_PAYLOAD_INVALID",
        "10.0.19, 400 ERROR_JSON_PAYLOAD_INVALID",
        "11.0.6, 400 ERROR_LOGIN_PARAMETERS_MISSING"
    })
    void emptyListsAsBody(String version, String outcome) {
        try (FakeGlpi glpi = start(version)) {
            Wire call = Wire.of("POST", glpi.url() + "/initSession").json();

            assertThat(call.body("[]").send().outcome()).isEqualTo(outcome);
            assertThat(call.body("[").send().outcome()).isEqualTo("400 ERROR_JSON_PAYLOAD_INVALID");
        }
    }

    @ParameterizedTest
    @CsvSource({"10.0.19, true", "11.0.6, false"})
    void sessionHasTheRootBefore11(String version, boolean there) {
        try (FakeGlpi glpi = start(version)) {
            assertThat(call(glpi, "/getFullSession")
                            .header("Session-Token", login(glpi))
                            .send()
                            .json()
                            .path("session")
                            .has("glpiroot"))
                    .isEqualTo(there);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "10.0", "10.0.x", "9.4.6", "8.0.0", "v10.0.19", "10.0.19.1"})
    void refusesInvalidVersions(String text) {
        FakeGlpiBuilder builder = FakeGlpi.builder();

        assertThatThrownBy(() -> builder.version(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
