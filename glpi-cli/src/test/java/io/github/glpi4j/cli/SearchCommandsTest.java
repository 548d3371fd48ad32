package io.github.glpi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.output.ExitCode;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeGlpiExtension;
import io.github.glpi4j.testkit.FakeProfile;
import io.github.glpi4j.testkit.FakeUser;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Searches; options and JSON are a contract. */
class SearchCommandsTest {

    @RegisterExtension
    static final FakeGlpiExtension GLPI = FakeGlpiExtension.create(FakeGlpi.builder()
            .withItems(
                    "Computer",
                    List.of(
                            Map.of("id", 3, "name", "office 1", "serial", "S-3", "comment", "two words"),
                            Map.of("id", 5, "name", "lab-5", "serial", "S-5"),
                            Map.of("id", 8, "name", "lab-8", "serial", "S-8", "comment", "=1+2"),
                            Map.of("id", 9, "name", "old", "is_deleted", 1)))
            .withItems(
                    "Monitor",
                    IntStream.rangeClosed(1, 450)
                            .mapToObj(i -> Map.of("name", "m" + i))
                            .toList()));

    private final FakeGlpi fake = GLPI.fake();
    private Cli cli = Cli.empty();

    @BeforeEach
    void at() {
        cli = Cli.at(fake.url()).with(Environment.LOGIN, "glpi").with(Environment.PASSWORD, "glpi");
    }

    @ParameterizedTest
    @EnumSource
    void printsTheColumnsAskedForUnderTheirNames(Way way) {
        JsonNode found = cli.run(way.args(
                        "search",
                        "Computer",
                        "--where",
                        "name contains LAB",
                        "--where",
                        "or comment equals two words",
                        "--show",
                        "Computer.serial,name,1",
                        "--json"))
                .success();

        assertThat(found)
                .hasToString(
                        "{\"total\":3,\"rows\":[{\"Computer.serial\":\"S-3\",\"name\":\"office 1\",\"1\":\"office 1\"},"
                                + "{\"Computer.serial\":\"S-5\",\"name\":\"lab-5\",\"1\":\"lab-5\"},"
                                + "{\"Computer.serial\":\"S-8\",\"name\":\"lab-8\",\"1\":\"lab-8\"}]}");
        assertThat(fake.sessions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-w 'name contains lab' -w 'and serial contains 5'|5",
                "-w 'name contains lab' -w 'AND NOT serial contains 5'|8",
                "-w 'name contains lab' -w 'or not serial contains 8'|3,5,8",
                "-w 'not-a-uid contains x'|error",
                "-w 'or name contains office'|3",
                "-w 'name contains office 1'|3",
                "-w 'Computer.name Contains ^lab-5$'|5",
                "-w '1 contains 8'|8",
                "-w 'comment empty'|5",
                "-w 'id morethan 4' -w 'name notcontains 5'|8",
                "-w 'id equals 3' -w 'or id equals 5' -w 'and name contains lab'|5",
                "--sort name:desc|3,8,5",
                "--sort entities_id,name|error",
                "--sort name --range 1-1|8",
                "--range 70-90|''",
                "--trash|9"
            })
    void selectsAndSorts(String options, String expected) {
        String[] args = ("search|Computer|--show|id|--csv|"
                        + options.replaceAll("'?( |$)(?=-|$)", "|")
                                .replaceAll(" ?'", "|")
                                .replaceAll("(?<=--\\w{4,5}) ", "|"))
                .split("\\|+");

        CliOutcome found = cli.run(args);

        if (expected.equals("error")) {
            assertThat(found.errorText(ExitCode.USAGE)).contains("has no search option", "search-options Computer");
        } else {
            assertThat(found.exitCode()).as(found.err()).isZero();
            assertThat(List.of(found.out().split("\r\n"))).isEqualTo(List.of(("id," + expected).split(",")));
        }
    }

    @Test
    void tellsPeopleATable() {
        assertThat(cli.run("search", "Computer", "--show", "name,serial", "-w", "name contains lab")
                        .out())
                .isEqualTo("""
                        name   serial
                        -----  ------
                        lab-5  S-5
                        lab-8  S-8

                        2 items
                        """);
        assertThat(cli.runOnTerminal(12, "search", "Computer", "--show", "comment", "-w", "id equals 3")
                        .out())
                .contains("two words");
        assertThat(cli.run("search", "Computer", "-w", "name contains none").out())
                .isEqualTo("0 items\n");
    }

    @Test
    void showsWhatGlpiShowsByDefault() {
        JsonNode row = cli.run("search", "Computer", "-w", "id equals 5", "--json")
                .success()
                .path("rows")
                .path(0);

        assertThat(row.path("id").intValue()).isEqualTo(5);
        assertThat(row.path("name").textValue()).isEqualTo("lab-5");
    }

    @ParameterizedTest
    @EnumSource
    void printsAllRowsWhileTheyAreRead(Way way) {
        CliOutcome csv = cli.run(way.args("search", "Monitor", "--all", "--csv", "--show", "id,name"));
        CliOutcome lines =
                cli.run(way.args("search", "Monitor", "--all", "--jsonl", "--show", "name", "--sort", "id:desc"));

        assertThat(csv.out().split("\r\n"))
                .hasSize(451)
                .startsWith("id,name", "1,m1")
                .endsWith("450,m450");
        assertThat(lines.out().split("\n"))
                .hasSize(450)
                .startsWith("{\"name\":\"m450\"}")
                .endsWith("{\"name\":\"m1\"}");
        assertThat(csv.err() + lines.err()).isEmpty();
        assertThat(cli.run("search", "Monitor", "--all", "--json").success().path("rows"))
                .hasSize(450);
    }

    @Test
    void escapesFormulasForSpreadsheets() {
        assertThat(cli.run(
                                "search",
                                "Computer",
                                "-w",
                                "id equals 8",
                                "--show",
                                "comment",
                                "--csv",
                                "--for-spreadsheets")
                        .out())
                .isEqualTo("comment\r\n'=1+2\r\n");
    }

    @ParameterizedTest
    @EnumSource
    void namesFieldsLikeTheMisspeltOne(Way way) {
        for (String option : new String[] {"--where=nmae contains x", "--show=nmae", "--sort=nmae:desc"}) {
            JsonNode error =
                    cli.run(way.args("search", "Computer", option, "--json")).failure(ExitCode.USAGE);

            assertThat(error.path("message").textValue()).contains("\"nmae\"", "did you mean name");
            assertThat(error.path("hint").textValue()).contains("glpi search-options Computer");
        }
        assertThat(fake.requestsTo("search/Computer")).isEmpty();
        assertThat(fake.sessions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name contians lab|unknown condition \"contians\"|contains, notcontains, equals",
                "name contains|contains has no value|--where",
                "name empty x|empty takes no value|--where",
                "name|no condition|--where 'name contains lab'",
                "and not name contains lab|first --where|notcontains"
            })
    void refusesWhatIsNoCondition(String where, String problem, String hint) {
        JsonNode error =
                cli.run("search", "Computer", "--json", "--where", where).failure(ExitCode.USAGE);

        assertThat(error.path("message").textValue()).contains(problem);
        assertThat(error.path("hint").textValue()).contains(hint);
        assertThat(fake.requests()).isEmpty();
    }

    @Test
    void wantsARight() {
        fake.addUser(FakeUser.of("self").withPassword("self").withProfile(FakeProfile.selfService(), 0, true));
        Cli self = cli.with(Environment.LOGIN, "self").with(Environment.PASSWORD, "self");

        JsonNode error =
                self.run("search", "Computer", "--show", "name", "--json").failure(ExitCode.REFUSED);

        assertThat(error.path("type").textValue()).isEqualTo("GlpiPermissionException");
        assertThat(error.has("hint")).isTrue();
    }

    @Test
    void saysThatTheSessionIsGone() {
        Cli gone = Cli.at(fake.url()).with(Environment.SESSION_TOKEN, "long-gone");

        for (String command : new String[] {"search", "search-options"}) {
            assertThat(gone.run(command, "Computer", "--json")
                            .failure(ExitCode.REFUSED)
                            .path("code")
                            .textValue())
                    .isEqualTo("ERROR_SESSION_TOKEN_INVALID");
        }
        assertThat(gone.run("search", "Computer", "--csv").errorText(ExitCode.REFUSED))
                .contains("Hint: ");
    }

    @ParameterizedTest
    @EnumSource
    void listsSearchOptions(Way way) {
        JsonNode all = cli.run(way.args("search-options", "Computer", "--json")).success();
        JsonNode serial = cli.run(way.args("search-options", "Computer", "SERIAL", "--json"))
                .success();

        assertThat(all.path("total").intValue())
                .isEqualTo(all.path("options").size())
                .isGreaterThan(20);
        assertThat(all.path("options").path(0).fieldNames())
                .toIterable()
                .containsExactly("id", "name", "uid", "datatype", "conditions");
        assertThat(serial.path("options"))
                .allSatisfy(option -> assertThat(option.toString()).containsIgnoringCase("serial"))
                .anySatisfy(option -> {
                    assertThat(option.path("uid").textValue()).isEqualTo("Computer.serial");
                    assertThat(option.path("conditions").findValues("x")).isEmpty();
                    assertThat(option.path("conditions").toString()).contains("contains");
                });
    }

    @Test
    void listsSearchOptionsInOtherFormats() {
        CliOutcome table = cli.run("search-options", "Computer", "serial");
        CliOutcome csv = cli.run("search-options", "Computer", "serial", "--csv");

        assertThat(table.out()).startsWith("id  ").contains("Computer.serial", " items");
        assertThat(csv.out()).startsWith("id,name,uid,datatype,conditions\r\n").contains("Computer.serial,");
        assertThat(cli.run("search-options", "Computer", "serial", "--jsonl").out())
                .startsWith("{\"id\":");
        assertThat(cli.run("search-options", "Computer", "no such word").out()).isEqualTo("0 items\n");
    }

    @Test
    void helpsAndCompletes() {
        assertThat(Cli.empty().run("help", "search").out())
                .contains(
                        "--where", "--show", "--sort", ":desc", "--trash", "--range", "--csv", "--jsonl", "Example: ");
        assertThat(Cli.empty().run("help", "search-options").out()).contains("Example: ", "WORD");
        assertThat(Cli.empty().run("completion").out()).contains("search-options", "--show", "--jsonl");
    }
}
