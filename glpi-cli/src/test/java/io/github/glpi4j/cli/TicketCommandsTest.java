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

/** Tickets and massive actions; the JSON of each shape is a contract. */
class TicketCommandsTest {

    @RegisterExtension
    static final FakeGlpiExtension GLPI = FakeGlpiExtension.create(FakeGlpi.builder()
            .withItems("Computer", List.of(Map.of("id", 3, "name", "lab-3"), Map.of("id", 5, "name", "lab-5"))));

    private final FakeGlpi fake = GLPI.fake();
    private Cli cli = Cli.empty();

    @BeforeEach
    void at() {
        cli = Cli.at(fake.url()).with(Environment.LOGIN, "glpi").with(Environment.PASSWORD, "glpi");
    }

    private String open(String... more) {
        String[] args = new String[5 + more.length];
        System.arraycopy(new String[] {"ticket", "open", "Printer on fire", "Second floor", "--json"}, 0, args, 0, 5);
        System.arraycopy(more, 0, args, 5, more.length);
        return cli.run(args).success().path("id").asText();
    }

    @ParameterizedTest
    @EnumSource
    void aTicketIsOpenedWorkedOnAndClosed(Way way) {
        JsonNode opened = cli.run(way.args(
                        "ticket",
                        "open",
                        "Printer on fire",
                        "Second floor",
                        "--request",
                        "--requester",
                        "user:2",
                        "--observer",
                        "bob@example.com",
                        "--assign",
                        "user:2",
                        "--assign",
                        "group:999",
                        "--urgency",
                        "5",
                        "--item",
                        "Computer:3",
                        "--json"))
                .success();
        String id = opened.path("id").asText();
        assertThat(opened.path("unconfirmed")).hasSize(1);
        assertThat(opened.path("unconfirmed").path(0).asText()).isEqualTo("assigned group 999");

        for (List<String> work : List.of(
                List.of("ticket", "follow-up", id, "It is hot", "--private"),
                List.of("ticket", "task", id, "Bring a bucket", "--technician", "2", "--minutes", "10", "--done"),
                List.of("ticket", "solve", id, "It is out"),
                List.of("ticket", "close", id))) {
            assertThat(cli.run(way.args(work.toArray(String[]::new))).exitCode())
                    .isZero();
        }

        JsonNode shown = cli.run(way.args("ticket", "show", id, "--json")).success();
        assertThat(shown.path("ticket").path("name").asText()).isEqualTo("Printer on fire");
        assertThat(shown.path("ticket").path("status").asInt()).isEqualTo(6);
        assertThat(shown.path("ticket").path("type").asInt()).isEqualTo(2);
        assertThat(shown.path("actors").toString())
                .isEqualTo("{\"requester\":[{\"user\":2}],\"assigned\":[{\"user\":2}],"
                        + "\"observer\":[{\"email\":\"bob@example.com\"}]}");
        assertThat(shown.path("timeline").findValuesAsText("kind"))
                .containsExactlyInAnyOrder("follow-up", "task", "solution");
        assertThat(shown.path("timeline").findValuesAsText("content"))
                .containsExactlyInAnyOrder("It is hot", "Bring a bucket", "It is out");
        assertThat(shown.path("unreadable")).isEmpty();

        CliOutcome forPeople = cli.run(way.args("ticket", "show", id));
        assertThat(forPeople.out().lines())
                .anyMatch(line -> line.matches("  status +closed"))
                .anyMatch(line -> line.matches("  requester +user:2"))
                .anyMatch(line -> line.matches("\\S+ \\S+ +follow-up \\d+ \\(private\\) +2 +It is hot"));
        assertThat(fake.sessions()).isEmpty();
    }

    @Test
    void refusalsAndMisuseHaveTheirExitCodes() {
        assertThat(cli.run("ticket", "follow-up", "999", "hello").exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(cli.run("ticket", "show", "999").exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(cli.run("ticket").errorText(ExitCode.USAGE)).contains("Missing required subcommand");
        assertThat(cli.run("ticket", "open", "a", "b", "--assign", "robot:3").errorText(ExitCode.USAGE))
                .contains("'robot:3' is not user:ID", "See: glpi ticket open --help");
        assertThat(cli.run("ticket", "opne").errorText(ExitCode.USAGE))
                .contains("unknown command 'opne'", "Did you mean open");
        assertThat(cli.run("ticket", "open", "a", "b", "--requester", "supplier:3")
                        .errorText(ExitCode.USAGE))
                .contains("a supplier can only be assigned");
        assertThat(cli.run("ticket", "open", "a", "b", "--urgency", "6").errorText(ExitCode.USAGE))
                .contains("the urgency is 1 to 5");
        assertThat(cli.run("ticket", "task", "x", "b").exitCode()).isEqualTo(ExitCode.USAGE);
        String id = open();
        assertThat(cli.run("ticket", "solve", id, "done").exitCode()).isZero();
        assertThat(cli.run("ticket", "solve", id, "again").errorText(ExitCode.REFUSED))
                .contains("already solved");
    }

    @ParameterizedTest
    @EnumSource
    void massiveActionsAreListedAndApplied(Way way) {
        JsonNode actions =
                cli.run(way.args("mass-actions", "Computer", "3", "--json")).success();
        assertThat(actions.path("actions").findValuesAsText("key")).contains("MassiveAction:delete");
        assertThat(cli.run(way.args("mass-actions", "Computer", "--trash", "--csv"))
                        .out())
                .contains("MassiveAction:restore,Restore");

        CliOutcome applied = cli.run(way.args(
                "mass-action",
                "Computer",
                "MassiveAction:amend_comment",
                "3",
                "99",
                "5",
                "--input",
                "amendment=new",
                "--json"));
        assertThat(applied.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(applied.out())
                .contains("{\"id\":3,\"outcome\":\"ok\",\"message\":\"\"}", "\"id\":99,\"outcome\":\"ko\"", "\"id\":5");
        assertThat(cli.run(way.args("get", "Computer", "3", "--json"))
                        .success()
                        .path("comment")
                        .asText())
                .contains("new");
        CliOutcome forPeople = cli.run(way.args("mass-action", "Computer", "MassiveAction:delete", "3", "5"));
        assertThat(forPeople.exitCode()).isZero();
        assertThat(forPeople.out()).contains("2 ok");
        assertThat(cli.run(way.args("mass-action", "Computer", "MassiveAction:nothing", "3"))
                        .errorText(ExitCode.REFUSED))
                .contains("Massive action: the itemtype has no action with this key");
        assertThat(cli.run(way.args("mass-action", "Computer", "nothing", "3")).errorText(ExitCode.USAGE))
                .contains("is not the key of a massive action");
    }

    @Test
    void anExpiredSessionIsARefusal() {
        assertThat(Cli.at(fake.url())
                        .with(Environment.SESSION_TOKEN, "long-gone")
                        .run("ticket", "close", "1", "--json")
                        .failure(ExitCode.REFUSED)
                        .path("code")
                        .asText())
                .isEqualTo("ERROR_SESSION_TOKEN_INVALID");
    }

    @Test
    void commandsOfTicketsHaveHelpAndCompletion() {
        assertThat(Cli.empty().run("ticket", "open", "--help").out()).contains("Example: ", "--requester");
        assertThat(Cli.empty().run("help", "ticket").out()).contains("follow-up", "solve", "close");
        assertThat(Cli.empty().run("completion").out()).contains("follow-up", "--requester", "mass-action");
    }
}
