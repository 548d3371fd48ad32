package io.github.glpi4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which accounts can log in. */
class AccountsTest {
    private static final String DEACTIVATED =
            "You don't have access to this application because your account was deactivated or removed";

    @RegisterExtension
    static final FakeGlpiExtension GLPI = FakeGlpiExtension.create();

    private static Reply byPassword(String login, String password) {
        return Wire.get(GLPI.url() + "/initSession?get_full_session=true")
                .basic(login, password)
                .send();
    }

    private static Reply byTokenOf(String login) {
        String token =
                Objects.requireNonNull(GLPI.fake().user(login).orElseThrow().apiToken());
        return Wire.get(GLPI.url() + "/initSession?get_full_session=true")
                .header("Authorization", "user_token " + token)
                .send();
    }

    @ParameterizedTest
    @CsvSource({"glpi, glpi", "GLPI, glpi", "api-reader, Reader:with:colons", "jürgen, pässwörd €ÿ"})
    void accountsThatLogIn(String login, String password) {
        assertThat(byPassword(login, password).outcome()).isEqualTo("200");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"disabled|" + DEACTIVATED, "expired|" + DEACTIVATED, "no-profile|You don't have right to connect"})
    void accountsThatAreRefused(String login, String reason) {
        Reply reply = byPassword(login, login);

        assertThat(reply.outcome()).isEqualTo("401 ERROR_GLPI_LOGIN");
        assertThat(reply.message()).isEqualTo(reason);
        assertThat(byTokenOf(login).outcome()).isEqualTo("401 ERROR_GLPI_LOGIN_USER_TOKEN");
        assertThat(GLPI.fake().loginCount()).isZero();
    }

    @Test
    void wrongPasswordDoesNotRevealTheAccount() {
        assertThat(byPassword("disabled", "wrong").message()).isEqualTo("Incorrect username or password");
        assertThat(byPassword("nobody", "wrong").message()).isEqualTo("Incorrect username or password");
    }

    @Test
    void expiredPasswordOpensASessionWithoutProfile() {
        Reply reply = byPassword("password-expired", "password-expired");

        JsonNode dump = reply.json().path("session");
        assertThat(reply.outcome()).isEqualTo("200");
        assertThat(dump.path("glpi_password_expired").intValue()).isEqualTo(1);
        assertThat(dump.path("glpiname").textValue()).isEqualTo("password-expired");
        assertThat(dump.has("glpiprofiles")).isFalse();
        assertThat(dump.has("glpiactiveprofile")).isFalse();
        assertThat(dump.has("glpiactive_entity")).isFalse();
        assertThat(dump.has("glpiactiveentities")).isFalse();
        assertThat(byTokenOf("password-expired").outcome()).isEqualTo("200");
        assertThat(Wire.get(GLPI.url() + "/getMyProfiles")
                        .header("Session-Token", reply.sessionToken())
                        .send()
                        .body())
                .isEqualTo("{\"myprofiles\":[]}");
    }

    @Test
    void accountsHaveAValidityPeriod() {
        FakeUser user = FakeUser.of("u").withPassword("p").withProfile(FakeProfile.selfService(), 0, false);
        Instant now = Instant.now();

        GLPI.fake().addUser(user.withBeginDate(now.plusSeconds(60)));
        assertThat(byPassword("u", "p").message()).isEqualTo(DEACTIVATED);
        GLPI.fake().addUser(user.withBeginDate(now.minusSeconds(60)).withEndDate(now.plusSeconds(60)));
        assertThat(byPassword("u", "p").outcome()).isEqualTo("200");
    }

    @Test
    void accountWithoutPasswordOrTokenCannotUseThem() {
        GLPI.fake().addUser(FakeUser.of("u").withProfile(FakeProfile.selfService(), 0, false));

        assertThat(byPassword("u", "null").outcome()).isEqualTo("401 ERROR_GLPI_LOGIN");
    }

    @Test
    void accountsCanBeAddedReplacedAndRemoved() {
        FakeGlpi glpi = GLPI.fake();
        FakeUser added = glpi.addUser(FakeUser.of("new").withPassword("a"));
        FakeUser replaced = glpi.addUser(FakeUser.of("NEW").withPassword("b"));

        assertThat(added.id()).isPositive();
        assertThat(replaced.id()).isEqualTo(added.id());
        assertThat(glpi.user("new").orElseThrow().login()).isEqualTo("NEW");
        assertThat(glpi.removeUser("new")).isTrue();
        assertThat(glpi.removeUser("new")).isFalse();
        assertThat(glpi.user("new")).isEmpty();
    }

    @Test
    void addUserRefusesUnknownEntities() {
        FakeUser user = FakeUser.of("u").withProfile(FakeProfile.selfService(), 99, false);

        assertThatThrownBy(() -> GLPI.fake().addUser(user)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void accountsAreImmutableAndHideTheirSecrets() {
        FakeUser user = FakeUser.of("u").withPassword("pass-word").withApiToken("api-token");
        FakeUser changed = user.withPassword(null).withProfile(FakeProfile.selfService(), 0, false);

        assertThat(user.password()).isEqualTo("pass-word");
        assertThat(user.profiles()).isEmpty();
        assertThat(changed.withoutProfiles().profiles()).isEmpty();
        assertThat(changed.profiles()).hasSize(1);
        assertThat(user.toString()).contains("u").doesNotContain("pass-word", "api-token");
    }
}
