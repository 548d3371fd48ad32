package io.github.glpi4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of sessions. */
class SessionsTest {
    private static final String INVALID = "401 ERROR_SESSION_TOKEN_INVALID";

    private final FakeClock clock = FakeClock.at(Instant.parse("2026-11-24T12:00:00Z"));

    @RegisterExtension
    final FakeGlpiExtension glpi =
            FakeGlpiExtension.create(FakeGlpi.builder().clock(clock).sessionLifetime(Duration.ofMinutes(10)));

    private Wire call(String endpoint) {
        return Wire.get(glpi.url() + "/" + endpoint);
    }

    private String login() {
        return call("initSession").basic("glpi", "glpi").send().sessionToken();
    }

    private String outcome(String token) {
        return call("getMyProfiles").header("Session-Token", token).send().outcome();
    }

    @Test
    void tokensLookLikePhpSessionIds() {
        Reply reply =
                call("initSession?get_full_session=true").basic("glpi", "glpi").send();

        assertThat(reply.sessionToken()).matches("[0-9a-z]{26}");
        assertThat(reply.json().path("session").path("valid_id").textValue()).isEqualTo(reply.sessionToken());
        assertThat(login()).isNotEqualTo(reply.sessionToken());
    }

    @Test
    void encryptedTokensDifferFromTheId() {
        glpi.fake().turnOn(GlpiSwitch.ENCRYPTED_TOKENS);

        Reply reply =
                call("initSession?get_full_session=true").basic("glpi", "glpi").send();

        assertThat(reply.sessionToken()).hasSize(200).contains("+", "/").endsWith("==");
        assertThat(reply.json().path("session").path("valid_id").textValue()).matches("[0-9a-z]{26}");
        assertThat(outcome(reply.sessionToken())).isEqualTo("200");
        assertThat(outcome(reply.json().path("session").path("valid_id").textValue()))
                .isEqualTo(INVALID);
    }

    @Test
    void sessionsCanBeListedAndExpired() {
        String first = login();
        clock.advance(Duration.ofSeconds(1));
        String second = call("initSession")
                .basic("api-reader", "Reader:with:colons")
                .send()
                .sessionToken();

        assertThat(glpi.fake().sessions()).extracting(FakeSession::token).containsExactly(first, second);
        assertThat(glpi.fake().sessions()).extracting(FakeSession::login).containsExactly("glpi", "api-reader");
        assertThat(glpi.fake().loginCount()).isEqualTo(2);

        assertThat(glpi.fake().expireSession(first)).isTrue();
        assertThat(glpi.fake().expireSession(first)).isFalse();
        assertThat(outcome(first)).isEqualTo(INVALID);
        assertThat(outcome(second)).isEqualTo("200");

        glpi.fake().expireSessions();
        assertThat(outcome(second)).isEqualTo(INVALID);
        assertThat(glpi.fake().sessions()).isEmpty();
    }

    @Test
    void unusedSessionsExpire() {
        String token = login();

        clock.advance(Duration.ofMinutes(9));
        assertThat(outcome(token)).isEqualTo("200");
        clock.advance(Duration.ofMinutes(9));
        assertThat(outcome(token)).isEqualTo("200");
        clock.advance(Duration.ofMinutes(10));
        assertThat(glpi.fake().sessions()).isEmpty();
        assertThat(outcome(token)).isEqualTo(INVALID);
    }

    @Test
    void killEndsOneSession() {
        String token = login();
        String other = login();

        Reply kill = call("killSession").header("Session-Token", token).send();

        assertThat(kill.status()).isEqualTo(200);
        assertThat(kill.body()).isEqualTo("true");
        assertThat(call("killSession").header("Session-Token", token).send().outcome())
                .isEqualTo(INVALID);
        assertThat(outcome(other)).isEqualTo("200");
        assertThat(glpi.fake().killCount()).isEqualTo(1);
    }

    @Test
    void loginEndsTheSessionOfItsRequest() {
        String first = login();
        String second = call("initSession")
                .basic("api-reader", "Reader:with:colons")
                .header("Session-Token", first)
                .send()
                .sessionToken();
        assertThat(outcome(first)).isEqualTo(INVALID);

        call("initSession?session_token=" + second).basic("glpi", "glpi").send();
        assertThat(outcome(second)).isEqualTo(INVALID);
        assertThat(glpi.fake().sessions()).hasSize(1);
    }

    @Test
    void refusedLoginKeepsTheSessionOfItsRequest() {
        String token = login();
        Wire wire = call("initSession").header("Session-Token", token);

        assertThat(wire.basic("glpi", "wrong").send().status()).isEqualTo(401);
        assertThat(wire.basic("disabled", "disabled").send().status()).isEqualTo(401);
        assertThat(wire.send().status()).isEqualTo(400);
        assertThat(wire.basic("glpi", "glpi").header("App-Token", "x").send().status())
                .isEqualTo(400);

        assertThat(outcome(token)).isEqualTo("200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "bad/../token !", ""})
    void loginIgnoresAnExpiredToken(String token) {
        assertThat(call("initSession")
                        .basic("glpi", "glpi")
                        .header("Session-Token", token)
                        .send()
                        .outcome())
                .isEqualTo("200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bad/../token !", "true", "' OR 1=1"})
    void malformedTokensAreInvalid(String token) {
        assertThat(outcome(token)).isEqualTo(INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "false", "0"})
    void emptyTokensAreMissing(String token) {
        assertThat(outcome(token)).isEqualTo("400 ERROR_SESSION_TOKEN_MISSING");
    }

    @Test
    void tokenIsAcceptedInTheQuery() {
        String token = login();

        assertThat(call("getMyProfiles?session_token=" + token).send().outcome())
                .isEqualTo("200");
        assertThat(call("getMyProfiles?session_token=" + token)
                        .header("Session-Token", "")
                        .send()
                        .outcome())
                .isEqualTo("400 ERROR_SESSION_TOKEN_MISSING");
    }

    @Test
    void fullSessionReflectsTheAccount() {
        glpi.fake()
                .addUser(FakeUser.of("marie")
                        .withPassword("secret")
                        .withRealName("Curie")
                        .withFirstName("Marie")
                        .withLanguage("fr_FR")
                        .withProfile(FakeProfile.technician(), 1, false)
                        .withProfile(FakeProfile.technician(), 2, true)
                        .withProfile(FakeProfile.central(9, "Auditor"), 0, true)
                        .withDefaultEntity(2));

        JsonNode dump = call("initSession?get_full_session=1")
                .basic("marie", "secret")
                .send()
                .json()
                .path("session");

        assertThat(dump.path("glpifriendlyname").textValue()).isEqualTo("Curie Marie");
        assertThat(dump.path("glpilanguage").textValue()).isEqualTo("fr_FR");
        assertThat(dump.path("glpilist_limit").textValue()).isEqualTo("15");
        assertThat(dump.path("noAUTO").intValue()).isEqualTo(1);
        assertThat(dump.path("glpi_currenttime").textValue()).isEqualTo("2026-11-24 12:00:00");
        assertThat(dump.path("glpiID").intValue()).isEqualTo(13);
        assertThat(dump.path("glpiprofiles").path("6").path("entities").isObject())
                .isTrue();
        assertThat(dump.path("glpiprofiles").path("9").path("entities").isArray())
                .isTrue();
        assertThat(dump.path("glpiactiveprofile").path("id").intValue()).isEqualTo(6);
        assertThat(dump.path("glpiactiveentities").toString()).isEqualTo("{\"2\":2}");
        assertThat(dump.path("glpiactiveentities_string").textValue()).isEqualTo("'2'");
        assertThat(dump.path("glpiparententities").toString()).isEqualTo("[0]");
        assertThat(dump.path("glpiactive_entity_name").textValue())
                .isEqualTo("Root entity &#62; Zürich – Büro (tree structure)");
        assertThat(dump.path("glpishowallentities").intValue()).isZero();
    }

    @Test
    void withoutDefaultEntityAllAreActive() {
        glpi.fake()
                .addUser(FakeUser.of("marie")
                        .withApiToken("t")
                        .withProfile(FakeProfile.technician(), 1, false)
                        .withProfile(FakeProfile.technician(), 2, false));

        JsonNode dump = call("initSession?get_full_session=1")
                .header("Authorization", "user_token t")
                .send()
                .json()
                .path("session");

        assertThat(dump.path("glpiactiveentities").toString()).isEqualTo("{\"1\":1,\"2\":2}");
        assertThat(dump.path("glpiactive_entity").intValue()).isEqualTo(1);
        assertThat(dump.path("glpiactive_entity_recursive").isBoolean()).isTrue();
        assertThat(dump.path("glpishowallentities").intValue()).isZero();
        assertThat(dump.has("noAUTO")).isFalse();
    }

    @Test
    void profilesAreListedWithTheirEntities() {
        glpi.fake()
                .addUser(FakeUser.of("marie")
                        .withPassword("p")
                        .withProfile(FakeProfile.technician(), 2, false)
                        .withProfile(FakeProfile.technician(), 1, true)
                        .withProfile(FakeProfile.selfService(), 0, true));
        String token = call("initSession").basic("marie", "p").send().sessionToken();

        JsonNode profiles = call("getMyProfiles")
                .header("Session-Token", token)
                .send()
                .json()
                .path("myprofiles");

        assertThat(profiles.toString())
                .isEqualTo("[{\"id\":6,\"name\":\"Technician\",\"entities\":["
                        + "{\"id\":1,\"name\":\"Paris\",\"is_recursive\":1},"
                        + "{\"id\":2,\"name\":\"Zürich – Büro\",\"is_recursive\":0}]},"
                        + "{\"id\":1,\"name\":\"Self-Service\",\"entities\":["
                        + "{\"id\":0,\"name\":\"Root entity\",\"is_recursive\":1}]}]");
    }
}
