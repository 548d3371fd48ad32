package io.github.glpi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.output.ExitCode;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeGlpiExtension;
import io.github.glpi4j.testkit.FakeProfile;
import io.github.glpi4j.testkit.FakeUser;
import io.github.glpi4j.testkit.GlpiSwitch;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that work in a session, their own or another's. */
@ExtendWith(FakeGlpiExtension.class)
class InSessionCommandsTest {

    private static final String PASSWORD = "pä:ss€";

    private Cli cli = Cli.empty();

    @BeforeEach
    void addUser(FakeGlpi fake) {
        fake.addUser(FakeUser.of("marie")
                .withId(40)
                .withPassword(PASSWORD)
                .withRealName("Świętek")
                .withFirstName("Marie")
                .withLanguage("fr_FR")
                .withProfile(FakeProfile.technician(), 0, true)
                .withProfile(FakeProfile.selfService(), 1, false));
        cli = Cli.at(fake.url()).with(Environment.LOGIN, "marie").with(Environment.PASSWORD, PASSWORD);
    }

    private static String openSession(Cli cli) {
        return cli.run("init-session", "--json").success().path("session_token").textValue();
    }

    @ParameterizedTest
    @EnumSource
    void whoami(Way way, FakeGlpi fake) {
        JsonNode me = cli.run(way.args("whoami", "--json")).success();

        assertThat(me.fieldNames()).toIterable().containsExactly("user", "profile", "entity");
        assertThat(me.path("user").path("id").intValue()).isEqualTo(40);
        assertThat(me.path("user").path("login").textValue()).isEqualTo("marie");
        assertThat(me.path("user").path("name").textValue()).contains("Marie", "Świętek");
        assertThat(me.path("user").path("language").textValue()).isEqualTo("fr_FR");
        assertThat(me.path("profile")).hasToString("{\"id\":6,\"name\":\"Technician\"}");
        assertThat(me.path("entity").path("id").intValue()).isZero();
        assertThat(me.path("entity").path("name").textValue()).startsWith("Root entity");
        assertThat(me.path("entity").path("recursive").booleanValue()).isTrue();
        assertThat(fake.loginCount()).isEqualTo(1);
        assertThat(fake.sessions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void profiles(Way way, FakeGlpi fake) {
        JsonNode answer = cli.run(way.args("profiles", "--json")).success();

        assertThat(answer.fieldNames()).toIterable().containsExactly("profiles", "active");
        assertThat(answer.path("profiles"))
                .hasSize(2)
                .allSatisfy(profile ->
                        assertThat(profile.fieldNames()).toIterable().containsExactly("id", "name", "entities"));
        assertThat(answer.path("profiles").findValuesAsText("name")).contains("Technician", "Self-Service");
        assertThat(answer.path("profiles").path(0).path("entities"))
                .hasToString("[{\"id\":0,\"name\":\"Root entity\",\"recursive\":true}]");
        assertThat(answer.path("active").intValue()).isEqualTo(6);
        assertThat(fake.loginCount()).isEqualTo(1);
        assertThat(fake.sessions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void entities(Way way, FakeGlpi fake) {
        JsonNode top = cli.run(way.args("entities", "--json")).success();
        JsonNode all = cli.run(way.args("entities", "--json", "--recursive")).success();

        assertThat(top.fieldNames()).toIterable().containsExactly("entities", "active");
        assertThat(top.path("entities")).hasToString("[{\"id\":0,\"name\":\"Root entity\"}]");
        assertThat(top.path("active")).hasToString("{\"id\":0,\"recursive\":true,\"ids\":[0,1,2]}");
        assertThat(all.path("entities").findValuesAsText("id")).containsExactlyInAnyOrder("0", "1", "2");
        assertThat(fake.sessions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void config(Way way, FakeGlpi fake) {
        JsonNode answer = cli.run(way.args("config", "--json")).success();

        assertThat(answer.fieldNames()).toIterable().containsExactly("version", "config");
        assertThat(answer.path("version").textValue()).isEqualTo("10.0.19");
        assertThat(answer.path("config").path("language").isTextual()).isTrue();
        assertThat(fake.sessions()).isEmpty();
    }

    @Test
    void tellsPeople() {
        assertThat(cli.run("whoami").out())
                .contains("marie (id 40)", "Marie", "Technician (id 6)", "and its children", "fr_FR");
        assertThat(cli.run("profiles").out().lines())
                .contains("6   Technician    yes     Root entity (id 0) and its children")
                .anyMatch(line -> line.matches("1 +Self-Service +- +.*Paris \\(id 1\\)"));
        assertThat(cli.run("entities", "--recursive").out().lines())
                .anyMatch(line -> line.matches("0 +Root entity +yes, and its children"))
                .anyMatch(line -> line.matches("1 +Root entity > Paris +yes"));
        assertThat(cli.run("config").out()).startsWith("GLPI 10.0.19\n").contains("language");
    }

    @ParameterizedTest
    @EnumSource
    void worksInTheProfileAndEntityAskedFor(Way way, FakeGlpi fake) {
        JsonNode inProfile =
                cli.run(way.args("whoami", "--json", "--profile", "1")).success();
        JsonNode inEntity = cli.run(way.args("entities", "--json", "--entity", "2", "--profile", "6"))
                .success();
        JsonNode below = cli.run(way.args("entities", "--json", "--entity", "0", "--recursive-entity"))
                .success();

        assertThat(inProfile.path("profile").path("id").intValue()).isEqualTo(1);
        assertThat(inProfile.path("entity").path("id").intValue()).isEqualTo(1);
        assertThat(inEntity.path("active")).hasToString("{\"id\":2,\"recursive\":false,\"ids\":[2]}");
        assertThat(below.path("active").path("ids")).hasSize(3);
        assertThat(fake.sessions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void leavesNoSessionWhenItMayNotWorkThere(Way way, FakeGlpi fake) {
        JsonNode profile =
                cli.run(way.args("whoami", "--json", "--profile", "99")).failure(ExitCode.REFUSED);
        JsonNode entity = cli.run(way.args("whoami", "--json", "--profile", "1", "--entity", "2"))
                .failure(ExitCode.REFUSED);

        assertThat(profile.path("type").textValue()).isEqualTo("GlpiNotFoundException");
        assertThat(entity.path("type").textValue()).isEqualTo("GlpiPermissionException");
        assertThat(fake.sessions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void worksInASessionThatIsThereAndLeavesItOpen(Way way, FakeGlpi fake) {
        String token = openSession(Cli.at(fake.url())
                .with(Environment.LOGIN, "api-reader")
                .with(Environment.PASSWORD, "Reader:with:colons"));
        // The credentials are marie's: the session wins.
        Cli attached = cli.with(Environment.SESSION_TOKEN, token);

        JsonNode me = attached.run(way.args("whoami", "--json")).success();
        attached.run(way.args("profiles", "--json")).success();
        attached.run(way.args("entities", "--json")).success();
        attached.run(way.args("config", "--json")).success();

        assertThat(me.path("user").path("login").textValue()).isEqualTo("api-reader");
        assertThat(fake.loginCount()).isEqualTo(1);
        assertThat(fake.sessions())
                .singleElement()
                .satisfies(session -> assertThat(session.token()).isEqualTo(token));
    }

    @ParameterizedTest
    @EnumSource
    void neitherRenewsNorReplacesASessionThatIsGone(Way way, FakeGlpi fake) {
        JsonNode error = cli.with(Environment.SESSION_TOKEN, "long-gone")
                .run(way.args("whoami", "--json"))
                .failure(ExitCode.REFUSED);

        assertThat(error.path("code").textValue()).isEqualTo("ERROR_SESSION_TOKEN_INVALID");
        assertThat(fake.loginCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"whoami", "profiles", "entities", "config"})
    void failsAsEveryCommand(String command, FakeGlpi fake) {
        Map<String, Integer> exitCodes =
                Map.of(fake.url(), ExitCode.REFUSED, "http://127.0.0.1:1", ExitCode.NO_RESPONSE);
        exitCodes.forEach((url, exitCode) -> {
            JsonNode error = cli.with(Environment.URL, url)
                    .with(Environment.PASSWORD, "wrong")
                    .run(command, "--json")
                    .failure(exitCode);
            assertThat(error.path("operation").textValue()).isEqualTo("initSession");
        });
        fake.turnOn(GlpiSwitch.MAINTENANCE);
        cli.run(command, "--json").failure(ExitCode.INVALID_RESPONSE);
        assertThat(fake.sessions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-profile", "password-expired"})
    void refusesAccountsThatCannotWork(String login, FakeGlpi fake) {
        JsonNode error = cli.with(Environment.LOGIN, login)
                .with(Environment.PASSWORD, login)
                .run("whoami", "--json")
                .failure(ExitCode.REFUSED);

        assertThat(error.path("type").textValue()).isEqualTo("GlpiAuthenticationException");
        assertThat(fake.sessions()).isEmpty();
    }
}
