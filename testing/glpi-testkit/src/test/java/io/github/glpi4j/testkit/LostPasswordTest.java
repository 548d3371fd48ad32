package io.github.glpi4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both forms of lostPassword: requesting a token and setting a new password. */
class LostPasswordTest {
    private static final String EMAIL = "marie@example.org";
    private static final String INVALID =
            "Your password reset request has expired or is invalid. Please renew it.; view documentation";

    private final FakeClock clock = FakeClock.at(Instant.parse("2026-11-24T12:00:00Z"));

    @RegisterExtension
    final FakeGlpiExtension glpi = FakeGlpiExtension.create(FakeGlpi.builder()
            .clock(clock)
            .turnedOn(GlpiSwitch.NOTIFICATIONS)
            .user(FakeUser.of("marie")
                    .withPassword("old")
                    .withEmail(EMAIL)
                    .withPasswordExpired(true)
                    .withProfile(FakeProfile.selfService(), 0, true)));

    private static Wire wire(FakeGlpi glpi, String verb) {
        return Wire.of(verb, glpi.url() + "/lostPassword").json();
    }

    private Wire put() {
        return wire(glpi.fake(), "PUT");
    }

    private static String email(String email) {
        return "{\"email\":\"" + email + "\"}";
    }

    private static String reset(String token, String password) {
        return "{\"password_forget_token\":\"" + token + "\",\"password\":\"" + password + "\"}";
    }

    private String mailedToken() {
        put().body(email(EMAIL)).send();
        return Objects.requireNonNull(glpi.fake().lostPasswordTokens().get(EMAIL));
    }

    private String login(String password) {
        return Wire.get(glpi.url() + "/initSession")
                .basic("marie", password)
                .send()
                .outcome();
    }

    @BeforeEach
    void noTokensInitially() {
        assertThat(glpi.fake().lostPasswordTokens()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void emailsAToken(String verb) {
        Reply reply = wire(glpi.fake(), verb).body(email("Marie@Example.org")).send();

        assertThat(reply.outcome()).isEqualTo("200");
        assertThat(reply.json()).hasSize(1);
        assertThat(reply.json().path(0).textValue()).startsWith("If the given email address match");
        assertThat(glpi.fake().lostPasswordTokens()).containsOnlyKeys(EMAIL);
        assertThat(glpi.fake().lostPasswordTokens().get(EMAIL)).matches("[0-9a-f]{40}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void tokenChangesThePasswordOnce(String verb) {
        String token = mailedToken();

        Reply reply = wire(glpi.fake(), verb).body(reset(token, "new")).send();

        assertThat(reply.outcome()).isEqualTo("200");
        assertThat(reply.body()).isEqualTo("[\"Reset password successful.\"]");
        assertThat(login("old")).isEqualTo("401 ERROR_GLPI_LOGIN");
        assertThat(login("new")).isEqualTo("200");
        assertThat(glpi.fake().user("marie").orElseThrow().passwordExpired()).isFalse();
        assertThat(glpi.fake().lostPasswordTokens()).isEmpty();
        assertThat(put().body(reset(token, "newer")).send().message()).startsWith(INVALID);
        assertThat(login("newer")).isEqualTo("401 ERROR_GLPI_LOGIN");
    }

    @Test
    void secondTokenReplacesTheFirst() {
        String first = mailedToken();
        String second = mailedToken();

        assertThat(put().body(reset(first, "new")).send().message()).startsWith(INVALID);
        assertThat(put().body(reset(second, "new")).send().outcome()).isEqualTo("200");
    }

    @Test
    void tokenExpiresAfterADay() {
        String token = mailedToken();

        clock.advance(Duration.ofDays(1));

        assertThat(put().body(reset(token, "new")).send().message()).startsWith(INVALID);
        assertThat(login("old")).isEqualTo("200");
    }

    @Test
    void emptyPasswordChangesNothing() {
        assertThat(put().body(reset(mailedToken(), "")).send().outcome()).isEqualTo("200");

        assertThat(login("old")).isEqualTo("200");
        assertThat(glpi.fake().lostPasswordTokens()).isEmpty();
    }

    @Test
    void doesNotRevealAccounts() {
        Reply known = put().body(email(EMAIL)).send();
        Reply unknown = put().body(email("nobody@example.org")).send();
        glpi.fake().addUser(FakeUser.of("other").withEmail("off@example.org").withActive(false));
        Reply off = put().body(email("off@example.org")).send();

        assertThat(unknown.body()).isEqualTo(known.body());
        assertThat(off.body()).isEqualTo(known.body());
        assertThat(glpi.fake().lostPasswordTokens()).containsOnlyKeys(EMAIL);
    }

    @Test
    void addressOfTwoAccountsIsRefused() {
        glpi.fake().addUser(FakeUser.of("other").withEmail(EMAIL));

        assertThat(put().body(email(EMAIL)).send().outcome()).isEqualTo("200");
        assertThat(glpi.fake().lostPasswordTokens()).isEmpty();
    }

    @Test
    void deactivatedAccountIsRefused() {
        String token = mailedToken();
        FakeUser marie = glpi.fake().user("marie").orElseThrow();
        glpi.fake().addUser(marie.withActive(false));

        assertThat(put().body(reset(token, "new")).send().message()).startsWith("Unable to reset password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "DELETE"})
    void otherVerbsAreRefused(String verb) {
        Wire wire = wire(glpi.fake(), verb);

        Reply reply = (verb.equals("GET") ? wire : wire.body(email(EMAIL))).send();

        assertThat(reply.outcome()).isEqualTo("400 ERROR");
        assertThat(reply.message()).startsWith("Only HTTP verb PUT is allowed; view documentation");
        assertThat(glpi.fake().lostPasswordTokens()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"email\":null}", "{\"password\":\"x\"}"})
    void parametersAreRequired(String body) {
        Reply reply = put().body(body).send();

        assertThat(reply.outcome()).isEqualTo("400 ERROR");
        assertThat(reply.message()).startsWith("email parameter missing");
    }

    @Test
    void needsNotifications() {
        String token = mailedToken();
        glpi.fake().turnOff(GlpiSwitch.NOTIFICATIONS);

        assertThat(put().body(email(EMAIL)).send().message()).startsWith("Email notifications are disabled");
        assertThat(put().body(reset(token, "new")).send().outcome()).isEqualTo("400 ERROR");
        assertThat(login("old")).isEqualTo("200");
    }

    @Test
    void refusesAnActiveSession() {
        String session = Wire.get(glpi.url() + "/initSession")
                .basic("glpi", "glpi")
                .send()
                .sessionToken();
        Wire call = put().body(email(EMAIL));

        assertThat(call.header("Session-Token", session).send().outcome()).isEqualTo("400 ERROR");
        assertThat(call.header("Session-Token", "dead").send().outcome()).isEqualTo("200");
    }

    @Test
    void needsNoAppToken() {
        glpi.fake().apiClients(ApiClient.of("app").withAppToken("secret"));

        assertThat(put().body(email(EMAIL)).send().outcome()).isEqualTo("200");
        assertThat(put().header("App-Token", "wrong").body(email(EMAIL)).send().outcome())
                .isEqualTo("200");
        glpi.fake().turnOn(GlpiSwitch.IP_NOT_ALLOWED);
        assertThat(put().body(email(EMAIL)).send().outcome()).isEqualTo("400 ERROR_NOT_ALLOWED_IP");
    }

    @ParameterizedTest
    @CsvSource({"marie@example.org, 200", "other@example.org, 400 ERROR"})
    void needsTheAddressOfTheTokenIn95(String email, String outcome) {
        try (FakeGlpi old = FakeGlpi.builder()
                .version("9.5.13")
                .turnedOn(GlpiSwitch.NOTIFICATIONS)
                .user(FakeUser.of("marie").withPassword("old").withEmail(EMAIL))
                .start()) {
            assertThat(wire(old, "PUT").body(email("nobody@example.org")).send().message())
                    .startsWith("Email address not found.");
            Reply mailed = wire(old, "PUT").body(email(EMAIL)).send();
            assertThat(mailed.json().path(0).textValue()).startsWith("An email has been sent");
            String token = Objects.requireNonNull(old.lostPasswordTokens().get(EMAIL));

            assertThat(wire(old, "PUT").body(reset(token, "new")).send().message())
                    .startsWith("email parameter missing");
            String body = "{\"email\":\"" + email + "\"," + reset(token, "new").substring(1);
            assertThat(wire(old, "PUT").body(body).send().outcome()).isEqualTo(outcome);
        }
    }
}
