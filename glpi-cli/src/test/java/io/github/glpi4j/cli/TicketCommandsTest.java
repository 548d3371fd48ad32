package io.github.glpi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.output.ExitCode;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeGlpiExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tickets and massive actions. */
class TicketCommandsTest {

    @RegisterExtension
    static final FakeGlpiExtension GLPI = FakeGlpiExtension.create(FakeGlpi.builder()
            .withItems("Computer", List.of(Map.of("id", 3, "name", "pc-3"), Map.of("id", 5, "name", "pc-5"))));

    private final FakeGlpi fake = GLPI.fake();
    private Cli cli = Cli.empty();

    @BeforeEach
    void at() {
        cli = Cli.at(fake.url()).with(Environment.LOGIN, "glpi").with(Environment.PASSWORD, "glpi");
    }

    @ParameterizedTest
    @EnumSource
    void worksOnATicketFromOpenToClosed(Way way) {
        String id = cli.run(way.args("ticket", "open", "No network", "Room 4", "--requester", "user:2", "--json"))
                .success()
                .path("id")
                .asText();
        cli.run(way.args("ticket", "follow-up", id, "On it", "--private", "--json"))
                .success();
        cli.run(way.args("ticket", "task", id, "Change the cable", "--done", "--json"))
                .success();
        cli.run(way.args("ticket", "solve", id, "Cable replaced", "--json")).success();
        cli.run(way.args("ticket", "close", id, "--json")).success();

        JsonNode shown = cli.run(way.args("ticket", "show", id, "--json")).success();
        assertThat(shown.path("ticket").path("name").asText()).isEqualTo("No network");
        assertThat(shown.path("ticket").path("status").asInt()).isEqualTo(6);
        assertThat(shown.path("timeline").findValuesAsText("kind"))
                .containsExactlyInAnyOrder("follow_up", "task", "solution");
        assertThat(cli.run("ticket", "show", id).out()).contains("No network", "Cable replaced", "solution");
        assertThat(fake.sessions()).isEmpty();
    }

    @Test
    void failsAsEveryCommand() {
        cli.run("ticket", "show", "777", "--json").failure(ExitCode.REFUSED);
        assertThat(Cli.at(fake.url())
                        .with(Environment.SESSION_TOKEN, "long-gone")
                        .run("ticket", "close", "1", "--json")
                        .failure(ExitCode.REFUSED)
                        .path("code")
                        .asText())
                .isEqualTo("ERROR_SESSION_TOKEN_INVALID");
        assertThat(cli.run("ticket", "open", "a", "b", "--requester", "marie").errorText(ExitCode.USAGE))
                .contains("user:7", "glpi ticket open --help");
        assertThat(cli.run("ticket", "opne").errorText(ExitCode.USAGE)).contains("unknown command 'opne'", "open");
        assertThat(cli.run("ticket").errorText(ExitCode.USAGE)).contains("Missing required subcommand");
    }

    @Test
    void helpsAndCompletes() {
        assertThat(Cli.empty().run("ticket", "open", "--help").out()).contains("Example: ", "--requester");
        assertThat(Cli.empty().run("help", "ticket").out()).contains("follow-up", "solve", "close");
        assertThat(Cli.empty().run("completion").out()).contains("follow-up", "--requester", "mass-action");
    }

    @ParameterizedTest
    @EnumSource
    void listsMassiveActions(Way way) {
        JsonNode actions =
                cli.run(way.args("mass-actions", "Computer", "--json")).success();

        assertThat(actions.path("total").asInt())
                .isEqualTo(actions.path("actions").size())
                .isPositive();
        assertThat(actions.path("actions").path(0).has("key")).isTrue();
        assertThat(cli.run("mass-actions", "Computer", "3", "--csv").out()).startsWith("key,label\r\n");
        assertThat(cli.run("mass-actions", "Computer", "3", "--jsonl").out()).contains("{\"key\":\"");
    }

    @ParameterizedTest
    @EnumSource
    void appliesAMassiveAction(Way way) {
        CliOutcome outcome = cli.run(way.args("mass-action", "Computer", "MassiveAction:delete", "3", "777", "--json"));

        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(ExitCode.REFUSED);
        assertThat(outcome.json().path("outcomes").path(0).path("outcome").asText())
                .isEqualTo("ok");
        assertThat(outcome.json().path("outcomes").path(1).path("outcome").asText())
                .isNotEqualTo("ok");
        assertThat(fake.items("Computer").get(3)).containsEntry("is_deleted", 1);
        assertThat(cli.run("mass-action", "Computer", "MassiveAction:add_note", "5", "--input", "add_note=x")
                        .out())
                .startsWith("id  outcome")
                .contains("5   ok");
    }
}
