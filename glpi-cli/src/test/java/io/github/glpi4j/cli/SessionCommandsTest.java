package io.github.glpi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.testkit.ApiClient;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeGlpiExtension;
import io.github.glpi4j.testkit.GlpiSwitch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Opening, showing and ending sessions, with JSON and without. */
@ExtendWith(FakeGlpiExtension.class)
class SessionCommandsTest {

    private static final String TOKEN = "readertokenreadertokenreadertokenreaderto";

    private static Cli withToken(FakeGlpi fake) {
        return Cli.at(fake.url()).with(Environment.USER_TOKEN, TOKEN);
    }

    private static Cli inSession(FakeGlpi fake, String sessionToken) {
        return Cli.at(fake.url()).with(Environment.SESSION_TOKEN, sessionToken);
    }

    @ParameterizedTest
    @EnumSource
    void opensShowsAndKillsASession(Way way, FakeGlpi fake) {
        JsonNode opened =
                withToken(fake).run(way.args("init-session", "--json")).success();

        assertThat(opened.fieldNames()).toIterable().containsExactly("session_token");
        String sessionToken = opened.path("session_token").textValue();
        assertThat(fake.sessions()).singleElement().satisfies(session -> {
            assertThat(session.token()).isEqualTo(sessionToken);
            assertThat(session.login()).isEqualTo("api-reader");
        });

        Cli inSession = inSession(fake, sessionToken);
        JsonNode shown = inSession.run(way.args("full-session", "--json")).success();
        assertThat(shown.fieldNames()).toIterable().containsExactly("session");
        assertThat(shown.path("session").path("glpiname").textValue()).isEqualTo("api-reader");

        CliOutcome killed = inSession.run(way.args("kill-session", "--json"));
        assertThat(killed.success()).hasToString("{\"killed\":true}");
        assertThat(fake.sessions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void opensWithAPasswordAndAsksForTheSession(Way way, FakeGlpi fake) {
        JsonNode opened = Cli.at(fake.url())
                .with(Environment.LOGIN, "api-reader")
                .with(Environment.PASSWORD, "Reader:with:colons")
                .run(way.args("init-session", "--full-session", "--json"))
                .success();

        assertThat(opened.fieldNames()).toIterable().containsExactly("session_token", "session");
        JsonNode session = opened.path("session");
        assertThat(session.path("glpiname").textValue()).isEqualTo("api-reader");
        assertThat(session.path("valid_id").textValue()).isEqualTo("***");
        assertThat(session.path("glpiactiveprofile").path("name").textValue()).isEqualTo("Self-Service");
    }

    @Test
    void passesLongTokensOnAsTheyAre(FakeGlpi fake) {
        fake.turnOn(GlpiSwitch.ENCRYPTED_TOKENS);

        String sessionToken = withToken(fake)
                .run("init-session", "--json")
                .success()
                .path("session_token")
                .textValue();

        assertThat(sessionToken).hasSizeGreaterThan(100);
        inSession(fake, sessionToken).run("kill-session", "--json").success();
        assertThat(fake.sessions()).isEmpty();
    }

    @Test
    void sendsTheAppTokenWithEveryCommand(FakeGlpi fake) {
        fake.apiClients(ApiClient.of("cli").withAppToken("the-app-token"));

        String sessionToken = withToken(fake)
                .with(Environment.APP_TOKEN, "the-app-token")
                .run("init-session", "--json")
                .success()
                .path("session_token")
                .textValue();
        inSession(fake, sessionToken)
                .with(Environment.APP_TOKEN, "the-app-token")
                .run("kill-session", "--json")
                .success();

        assertThat(fake.requests())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.header("App-Token")).contains("the-app-token"));
    }

    @Test
    void prefersOptionsToTheEnvironment(FakeGlpi fake) {
        Cli elsewhere =
                Cli.at("http://127.0.0.1:1").with(Environment.LOGIN, "nobody").with(Environment.PASSWORD, "glpi");

        elsewhere
                .run("init-session", "--json", "--url", fake.url(), "--login", "glpi")
                .success();

        assertThat(fake.sessions())
                .singleElement()
                .satisfies(session -> assertThat(session.login()).isEqualTo("glpi"));
    }

    @Test
    void neverSendsTheSessionTokenToInitSession(FakeGlpi fake) {
        withToken(fake)
                .with(Environment.SESSION_TOKEN, "an-older-session")
                .run("init-session", "--json")
                .success();

        assertThat(fake.requests())
                .singleElement()
                .satisfies(
                        request -> assertThat(request.header("Session-Token")).isEmpty());
    }

    @Test
    void hidesTheTokenFromPeopleUnlessAskedTo(FakeGlpi fake) {
        CliOutcome hidden = withToken(fake).run("init-session");
        CliOutcome shown = withToken(fake).run("init-session", "--show-token");

        assertThat(hidden.exitCode()).isZero();
        assertThat(hidden.out())
                .contains(fake.url())
                .doesNotContain("GlpiClient")
                .contains("***")
                .doesNotContain(fake.sessions().get(0).token());
        assertThat(shown.exitCode()).isZero();
        assertThat(shown.out()).contains(fake.sessions().get(1).token());
        assertThat(hidden.err() + shown.err()).isEmpty();
    }

    @Test
    void tellsPeopleWhatIsInASession(FakeGlpi fake) {
        CliOutcome opened = withToken(fake).run("init-session", "--full-session");
        Cli inSession = inSession(fake, fake.sessions().get(0).token());
        CliOutcome shown = inSession.run("full-session");
        CliOutcome killed = inSession.run("kill-session");

        assertThat(opened.out()).contains("api-reader (id 7)", "Self-Service (id 1)", "Root entity", "en_GB");
        assertThat(opened.out()).endsWith(shown.out());
        assertThat(killed).isEqualTo(new CliOutcome(0, "The session is ended.\n", ""));
    }

    @Test
    void tellsPeopleThatAPasswordHasExpired(FakeGlpi fake) {
        CliOutcome opened = Cli.at(fake.url())
                .with(Environment.PASSWORD, "password-expired")
                .run("init-session", "--full-session", "--login", "password-expired");

        assertThat(opened.exitCode()).isZero();
        assertThat(opened.out()).contains("password has expired");
    }
}
