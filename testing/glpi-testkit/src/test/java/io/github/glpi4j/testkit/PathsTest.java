package io.github.glpi4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The paths of the API, and the responses to others. */
class PathsTest {
    @RegisterExtension
    static final FakeGlpiExtension GLPI =
            FakeGlpiExtension.create(FakeGlpi.builder().basePath("/glpi"));

    private static String origin() {
        return "http://127.0.0.1:" + GLPI.fake().port();
    }

    @Test
    void urlsContainTheBasePath() {
        assertThat(GLPI.url()).isEqualTo(origin() + "/glpi/apirest.php");
        assertThat(GLPI.fake().apiV1Url()).isEqualTo(origin() + "/glpi/api.php/v1");
        assertThat(GLPI.fake()).hasToString("FakeGlpi[" + GLPI.url() + "]");
    }

    @Test
    void scriptsShareSessions() {
        String token = Wire.get(GLPI.fake().apiV1Url() + "/initSession")
                .basic("glpi", "glpi")
                .send()
                .sessionToken();

        assertThat(Wire.get(GLPI.url() + "/getMyProfiles")
                        .header("Session-Token", token)
                        .send()
                        .outcome())
                .isEqualTo("200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/api", "/api/"})
    void bareUrlReturnsTheDocumentation(String path) {
        Reply html = Wire.of("GET", GLPI.url() + path).send();
        Reply markdown = Wire.get(GLPI.url() + path).send();

        assertThat(html.status()).isEqualTo(200);
        assertThat(html.contentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(html.body()).startsWith("<!DOCTYPE html>");
        assertThat(markdown.status()).isEqualTo(200);
        assertThat(markdown.contentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(markdown.body()).startsWith("# ");
    }

    @Test
    void documentationNeedsTheApi() {
        GLPI.fake().turnOn(GlpiSwitch.API_OFF);

        assertThat(Wire.get(GLPI.url()).send().outcome()).isEqualTo("400 ERROR");
    }

    @Test
    void unknownEndpointNeedsASession() {
        Wire call = Wire.get(GLPI.url() + "/nothing");
        String token = Wire.get(GLPI.url() + "/initSession")
                .basic("glpi", "glpi")
                .send()
                .sessionToken();

        assertThat(call.send().outcome()).isEqualTo("400 ERROR_SESSION_TOKEN_MISSING");
        assertThat(call.header("Session-Token", "x").send().outcome()).isEqualTo("401 ERROR_SESSION_TOKEN_INVALID");
        Reply reply = call.header("Session-Token", token).send();
        assertThat(reply.outcome()).isEqualTo("400 ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM");
        assertThat(reply.message()).endsWith(" at " + GLPI.url() + "/#ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/apirest.php/initSession",
                "/glpi",
                "/glpi/apirest.phpx/initSession",
                "/glpi/api.php/v2/initSession",
                "/glpi/apirest/initSession",
            })
    void otherPathsAreNotFound(String path) {
        Reply reply = Wire.get(origin() + path).basic("glpi", "glpi").send();

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.contentType()).isEqualTo("text/html");
        assertThat(reply.body()).contains("404 Not Found");
    }

    @Test
    void webServerHasLimits() {
        Wire call = Wire.get(GLPI.url() + "/initSession");

        assertThat(call.header("Authorization", "x".repeat(8_100)).send().status())
                .isEqualTo(400);
        assertThat(call.header("Authorization", "x".repeat(8_100)).send().contentType())
                .startsWith("application/json");
        assertThat(call.header("Authorization", "x".repeat(9_000)).send().contentType())
                .isEqualTo("text/html");
        Wire many = call;
        for (int i = 0; i < 40; i++) {
            many = many.header("X-Filler-" + i, "x".repeat(1024));
        }
        assertThat(many.send().body()).contains("Request Header Or Cookie Too Large");
        assertThat(Wire.get(GLPI.url() + "/initSession?x=" + "x".repeat(7_900))
                        .send()
                        .contentType())
                .startsWith("application/json");
        assertThat(Wire.get(GLPI.url() + "/initSession?x=" + "x".repeat(8_200))
                        .send()
                        .status())
                .isEqualTo(414);
        Wire post = Wire.of("POST", GLPI.url() + "/initSession").json();
        assertThat(post.body(" ".repeat(1024 * 1024)).send().outcome()).isEqualTo("400 ERROR_LOGIN_PARAMETERS_MISSING");
        assertThat(post.body(" ".repeat(1024 * 1024 + 1)).send().status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"glpi", "/glpi/", "/"})
    void refusesInvalidBasePaths(String basePath) {
        FakeGlpiBuilder builder = FakeGlpi.builder();

        assertThatThrownBy(() -> builder.basePath(basePath)).isInstanceOf(IllegalArgumentException.class);
    }
}
