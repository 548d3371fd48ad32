package io.github.glpi4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading and changing the active profile and entities. */
class ContextTest {
    @RegisterExtension
    static final FakeGlpiExtension GLPI = FakeGlpiExtension.create();

    private String session = "";

    @BeforeEach
    void logIn() {
        GLPI.fake()
                .addUser(FakeUser.of("marie")
                        .withPassword("p")
                        .withProfile(FakeProfile.technician(), 1, false)
                        .withProfile(FakeProfile.selfService(), 0, true));
        session = sessionOf("glpi", "glpi");
    }

    private static String sessionOf(String login, String password) {
        return Wire.get(GLPI.url() + "/initSession")
                .basic(login, password)
                .send()
                .sessionToken();
    }

    private Reply get(String endpoint) {
        return Wire.get(GLPI.url() + "/" + endpoint)
                .header("Session-Token", session)
                .send();
    }

    private Reply post(String endpoint, String body) {
        return Wire.of("POST", GLPI.url() + "/" + endpoint)
                .json()
                .header("Session-Token", session)
                .body(body)
                .send();
    }

    /** Returns the active entity, whether it is recursive, and all active entities. */
    private String active() {
        JsonNode active = get("getActiveEntities").json().path("active_entity");
        return active.path("id") + " " + active.path("active_entity_recursive") + " "
                + active.path("active_entities").findValuesAsText("id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"entities_id\":\"all\"}                           | true  | 0 false [0]",
                "{\"entities_id\":\"all\",\"is_recursive\":true}     | true  | 0 true [0, 1, 2]",
                "{}                                                  | true  | 0 true [0, 1, 2]",
                "{\"is_recursive\":false}                            | true  | 0 true [0, 1, 2]",
                "{\"entities_id\":null}                              | true  | 0 true [0, 1, 2]",
                "{\"entities_id\":1}                                 | true  | 1 false [1]",
                "{\"entities_id\":999}                               | false | 0 1 [0, 1, 2]",
                "{\"entities_id\":-1}                                | false | 0 1 [0, 1, 2]",
                "{\"entities_id\":\"2\",\"is_recursive\":\"true\"}   | true  | 2 true [2]",
                "{\"entities_id\":\"abc\"}                           | true  | 0 false [0]",
                "{\"entities_id\":true}                              | true  | 1 false [1]",
                "{\"entities_id\":[1]}                               | true  | 1 false [1]",
            })
    void changeActiveEntities(String body, String answer, String active) {
        Reply reply = post("changeActiveEntities", body);

        assertThat(reply.outcome()).isEqualTo("200");
        assertThat(reply.body()).isEqualTo(answer);
        assertThat(active()).isEqualTo(active);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "\"1\"", "\"yes\"", "[]", "{}"})
    void isRecursiveMustBeABoolean(String value) {
        Reply reply = post("changeActiveEntities", "{\"entities_id\":0,\"is_recursive\":" + value + "}");

        assertThat(reply.outcome()).isEqualTo("400 ERROR");
        assertThat(reply.message())
                .isEqualTo("Bad Request; view documentation in your browser at " + GLPI.url() + "/#ERROR");
        assertThat(active()).isEqualTo("0 1 [0, 1, 2]");
    }

    @Test
    void queryParametersCount() {
        assertThat(get("changeActiveEntities?entities_id=1&is_recursive=true").body())
                .isEqualTo("true");
        assertThat(active()).isEqualTo("1 true [1]");
    }

    @Test
    void fullSessionShowsTheChange() {
        post("changeActiveEntities", "{\"entities_id\":1}");

        JsonNode dump = get("getFullSession").json().path("session");

        assertThat(dump.path("glpiactive_entity").intValue()).isEqualTo(1);
        assertThat(dump.path("glpiactive_entity_recursive").toString()).isEqualTo("false");
        assertThat(dump.path("glpiactiveentities_string").textValue()).isEqualTo("'1'");
        assertThat(dump.path("glpiactive_entity_name").textValue()).isEqualTo("Root entity &#62; Paris");
        assertThat(dump.path("glpishowallentities").intValue()).isZero();
    }

    @Test
    void sessionsHaveSeparateContexts() {
        String first = session;
        session = sessionOf("glpi", "glpi");
        post("changeActiveEntities", "{\"entities_id\":2}");

        assertThat(active()).isEqualTo("2 false [2]");
        session = first;
        assertThat(active()).isEqualTo("0 1 [0, 1, 2]");
    }

    @Test
    void profileIncludesOnlyItsEntities() {
        session = sessionOf("marie", "p");
        assertThat(active()).isEqualTo("1 true [1]");

        assertThat(post("changeActiveEntities", "{\"entities_id\":0}").body()).isEqualTo("false");
        assertThat(post("changeActiveEntities", "{\"entities_id\":2}").body()).isEqualTo("false");
        assertThat(post("changeActiveEntities", "{\"entities_id\":1,\"is_recursive\":true}")
                        .body())
                .isEqualTo("false");
        assertThat(post("changeActiveEntities", "{\"entities_id\":1}").body()).isEqualTo("true");
        assertThat(active()).isEqualTo("1 false [1]");
    }

    @Test
    void changeActiveProfile() {
        session = sessionOf("marie", "p");
        assertThat(get("getActiveProfile").json().path("active_profile").path("name"))
                .hasToString("\"Technician\"");

        Reply reply = post("changeActiveProfile", "{\"profiles_id\":\"1\"}");

        assertThat(reply.outcome()).isEqualTo("200");
        assertThat(reply.body()).isEqualTo("true");
        JsonNode profile = get("getActiveProfile").json().path("active_profile");
        assertThat(profile.path("id").intValue()).isEqualTo(1);
        assertThat(profile.path("interface").textValue()).isEqualTo("helpdesk");
        assertThat(get("getFullSession").json().path("session").path("glpiactiveprofile"))
                .isEqualTo(profile);
        assertThat(active()).isEqualTo("0 1 [0, 1, 2]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"profiles_id\":99}      | 404 ERROR_ITEM_NOT_FOUND",
                "{\"profiles_id\":\"abc\"} | 404 ERROR_ITEM_NOT_FOUND",
                "{\"profiles_id\":null}    | 400 ERROR",
                "{}                        | 400 ERROR",
            })
    void refusesOtherProfiles(String body, String outcome) {
        assertThat(post("changeActiveProfile", body).outcome()).isEqualTo(outcome);
        assertThat(get("getActiveProfile").json().path("active_profile").path("id"))
                .hasToString("4");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '[0]'",
        "?is_recursive=true, '[1, 2, 0]'",
        "?is_recursive=1, '[1, 2, 0]'",
        "?is_recursive=0, '[0]'",
        "?is_recursive=false, '[0]'",
        "?is_recursive=yes, '[0]'",
    })
    void getMyEntities(String query, String ids) {
        assertThat(get("getMyEntities" + query).json().path("myentities").findValuesAsText("id"))
                .hasToString(ids);
    }

    @Test
    void myEntitiesDependOnTheActiveProfile() {
        session = sessionOf("marie", "p");

        assertThat(get("getMyEntities?is_recursive=true").body())
                .isEqualTo("{\"myentities\":[{\"id\":1,\"name\":\"Root entity &#62; Paris\"}]}");
        post("changeActiveProfile", "{\"profiles_id\":1}");
        assertThat(get("getMyEntities?is_recursive=true").json().path("myentities"))
                .hasSize(3);
    }

    @Test
    void activeProfileShowsItsRights() {
        GLPI.fake()
                .addUser(FakeUser.of("less")
                        .withPassword("p")
                        .withProfile(FakeProfile.superAdmin().withoutRight("user"), 0, true));
        session = sessionOf("less", "p");

        assertThat(get("getActiveProfile").json().path("active_profile").path("user"))
                .hasToString("0");
        assertThat(get("getActiveProfile").json().path("active_profile").path("ticket"))
                .hasToString("261151");
    }

    @Test
    void sessionWithExpiredPasswordHasNoContext() {
        session = sessionOf("password-expired", "password-expired");

        Reply dead = get("getActiveEntities");
        assertThat(dead.status()).isEqualTo(200);
        assertThat(dead.contentType()).startsWith("text/html");
        assertThat(dead.body()).isEmpty();
        assertThat(get("getActiveProfile").body()).isEqualTo("{\"active_profile\":null}");
        assertThat(get("getMyEntities").body()).isEqualTo("{\"myentities\":[]}");
        assertThat(post("changeActiveEntities", "{}").body()).isEqualTo("false");
        assertThat(post("changeActiveProfile", "{\"profiles_id\":1}").outcome()).isEqualTo("404 ERROR_ITEM_NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "getActiveProfile",
                "changeActiveProfile",
                "getMyEntities",
                "getActiveEntities",
                "changeActiveEntities",
            })
    void needsASession(String endpoint) {
        session = "dead";

        assertThat(get(endpoint).outcome()).isEqualTo("401 ERROR_SESSION_TOKEN_INVALID");
    }
}
