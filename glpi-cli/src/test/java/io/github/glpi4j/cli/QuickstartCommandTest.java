package io.github.glpi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.output.ExitCode;
import io.github.glpi4j.testkit.ApiClient;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeGlpiExtension;
import io.github.glpi4j.testkit.GlpiSwitch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The show. */
@ExtendWith(FakeGlpiExtension.class)
class QuickstartCommandTest {

    private static final String TOKEN = "readertokenreadertokenreadertokenreaderto";

    @Test
    void needsNothing() {
        CliOutcome outcome = Cli.empty().run("quickstart");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .contains("initSession, Basic", "initSession, user token", "killSession")
                .contains("session of glpi as Super-Admin")
                .contains("refused: 401 ERROR_GLPI_LOGIN", "refused: 400 ERROR_WRONG_APP_TOKEN_PARAMETER")
                .contains("18 calls, all as expected.");
    }

    @Test
    void goesDownEveryLane() {
        JsonNode steps = Cli.empty().run("quickstart", "--json").success().path("steps");

        assertThat(steps.findValuesAsText("transport")).hasSize(18).containsOnly("apache", "vertx");
        for (List<String> lane :
                List.of(List.of("apache", "blocking"), List.of("vertx", "async"), List.of("vertx", "blocking"))) {
            assertThat(steps)
                    .filteredOn(step -> lane.equals(List.of(
                            step.path("transport").textValue(),
                            step.path("mode").textValue())))
                    .extracting(step -> step.path("call").textValue())
                    .containsExactly(
                            "initSession, Basic",
                            "killSession",
                            "initSession, user token",
                            "killSession",
                            "initSession, wrong password",
                            "initSession, wrong App-Token");
        }
    }

    @Test
    void runsAgainstAGivenGlpi(FakeGlpi fake) {
        fake.apiClients(ApiClient.of("quickstart").withAppToken("the-app-token"));

        CliOutcome outcome = Cli.at(fake.url())
                .with(Environment.APP_TOKEN, "the-app-token")
                .with(Environment.USER_TOKEN, TOKEN)
                .run("quickstart");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .contains(fake.url(), "session of api-reader as Self-Service", "12 calls")
                .doesNotContain("Basic", TOKEN, "the-app-token");
        assertThat(fake.loginCount()).isEqualTo(3);
        assertThat(fake.sessions()).isEmpty();
    }

    @Test
    void stopsAtTheFirstSurprise(FakeGlpi fake) {
        Cli cli = Cli.at(fake.url()).with(Environment.USER_TOKEN, TOKEN);
        fake.turnOn(GlpiSwitch.MAINTENANCE);

        CliOutcome outcome = cli.run("quickstart");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.INVALID_RESPONSE);
        assertThat(outcome.err()).contains("Unexpected response");
        assertThat(outcome.out()).contains("outcome").doesNotContain("as expected");
        cli.run("quickstart", "--json").failure(ExitCode.INVALID_RESPONSE);
    }
}
