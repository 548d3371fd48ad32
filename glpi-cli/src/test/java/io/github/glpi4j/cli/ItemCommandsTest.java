package io.github.glpi4j.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.http.Fault;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.output.ExitCode;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeGlpiExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Items read and written; the JSON of each shape is a contract. */
class ItemCommandsTest {

    @RegisterExtension
    static final FakeGlpiExtension GLPI = FakeGlpiExtension.create(FakeGlpi.builder()
            .withItems(
                    "Computer",
                    List.of(
                            Map.of("id", 3, "name", "Büro <1> & €", "serial", "S-3"),
                            Map.of("id", 5, "name", "lab-5", "serial", "S-5"),
                            Map.of("id", 8, "name", "lab-8", "serial", "S-8", "comment", "a\u0085\u001b[31mred\nb"),
                            Map.of("id", 9, "name", "old", "is_deleted", 1)))
            .withItems("PluginEmpty", List.of())
            .withItems(
                    "Monitor",
                    IntStream.rangeClosed(1, 450)
                            .mapToObj(i -> Map.of("name", "m" + i))
                            .toList())
            .refusing(
                    "Computer",
                    write -> String.valueOf(write.item().get("name")).equals("forbidden")
                            ? Optional.of("Not this name: ä")
                            : Optional.empty()));

    @TempDir
    private Path folder;

    private final FakeGlpi fake = GLPI.fake();
    private Cli cli = Cli.empty();

    @BeforeEach
    void at() {
        cli = Cli.at(fake.url()).with(Environment.LOGIN, "glpi").with(Environment.PASSWORD, "glpi");
    }

    private static List<Integer> ids(JsonNode list) {
        return list.path("items").findValues("id").stream()
                .map(JsonNode::intValue)
                .toList();
    }

    private static String list(String... names) {
        return IntStream.range(0, names.length)
                .mapToObj(i -> "{\"name\":\"" + names[i] + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    @ParameterizedTest
    @EnumSource
    void getPrintsTheItem(Way way) {
        JsonNode item = cli.run(way.args("get", "Computer", "3", "--json")).success();

        assertThat(item.path("id").intValue()).isEqualTo(3);
        assertThat(item.path("name").textValue()).isEqualTo("Büro <1> & €");
        assertThat(item.path("entities_id").intValue()).isZero();
        assertThat(item.has("links")).isFalse();
        assertThat(fake.sessions()).isEmpty();
    }

    @Test
    void getTellsPeopleEachField() {
        CliOutcome outcome = cli.run("get", "Computer", "8");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out().lines())
                .anySatisfy(line -> assertThat(line).matches("  name +  lab-8"))
                .anySatisfy(line -> assertThat(line).matches("  comment +  a\\?\\?\\[31mred\\?b"))
                .anySatisfy(line -> assertThat(line).matches("  contact +  -"));
        assertThat(cli.run("get", "Computer", "8", "--json")
                        .success()
                        .path("comment")
                        .textValue())
                .isEqualTo("a\u0085\u001b[31mred\nb");
    }

    @Test
    void getHasOptions() {
        assertThat(cli.run("get", "Computer", "3", "--json", "--expand", "--with", "documents,tickets")
                        .success()
                        .path("entities_id")
                        .isTextual())
                .isTrue();
        assertThat(fake.requestsTo("Computer"))
                .singleElement()
                .satisfies(request -> assertThat(request.url())
                        .contains("expand_dropdowns=true", "with_documents=true", "with_tickets=true"));
    }

    @ParameterizedTest
    @EnumSource
    void listPrintsTotalAndItems(Way way) {
        JsonNode list = cli.run(way.args("list", "Computer", "--json")).success();

        assertThat(list.fieldNames()).toIterable().containsExactly("total", "items");
        assertThat(list.path("total").intValue()).isEqualTo(3);
        assertThat(ids(list)).containsExactly(3, 5, 8);
        assertThat(list.path("items").path(0).path("name").textValue()).isEqualTo("Büro <1> & €");
    }

    @ParameterizedTest
    @EnumSource
    void listReadsAllPages(Way way) {
        JsonNode page = cli.run(way.args("list", "Monitor", "--json")).success();
        JsonNode all = cli.run(way.args("list", "Monitor", "--json", "--all")).success();

        assertThat(page.path("total").intValue()).isEqualTo(450);
        assertThat(page.path("items")).hasSize(200);
        assertThat(all.path("total").intValue()).isEqualTo(450);
        assertThat(ids(all))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 450).boxed().toList());
        assertThat(fake.requestsTo("Monitor")).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--where name=LAB|2|5,8",
                "--where name=lab --where serial=^s-8$|1|8",
                "-w name=<1>|1|3",
                "--where name=none|0|''",
                "--sort name --desc|3|8,5,3",
                "--desc|3|8,5,3",
                "--range 1-1|3|5",
                "--range 2-9 --ids|3|8",
                "--range 3-9|3|''",
                "--range 70-90|3|''",
                "--trash|1|9",
                "--all --where name=lab --desc|2|8,5"
            })
    void listSelectsAndSorts(String options, int total, String expected) {
        JsonNode list = cli.run(("list Computer --json " + options).split(" ")).success();

        assertThat(list.path("total").intValue()).isEqualTo(total);
        assertThat(ids(list).stream().map(String::valueOf).collect(Collectors.joining(",")))
                .isEqualTo(expected);
    }

    @Test
    void listIsEmptyForAnEmptyType() {
        assertThat(cli.run("list", "PluginEmpty", "--json").success()).hasToString("{\"total\":0,\"items\":[]}");
        assertThat(cli.run("list", "PluginEmpty", "--json", "--all").success())
                .hasToString("{\"total\":0,\"items\":[]}");
        assertThat(cli.run("list", "PluginEmpty")).isEqualTo(new CliOutcome(0, "0 items\n", ""));
    }

    @Test
    void listTellsPeopleATable() {
        assertThat(cli.run("list", "Computer", "--where", "serial=S-").out()).isEqualTo("""
                        id  name          serial
                        --  ------------  ------
                        3   Büro <1> & €  S-3
                        5   lab-5         S-5
                        8   lab-8         S-8

                        3 items
                        """);
        assertThat(cli.run("list", "Computer", "--range", "1-1", "--fields", "serial,nothing")
                        .out())
                .isEqualTo("serial  nothing\n------  -------\nS-5     -\n\nitems 1 to 1 of 3\n");
        assertThat(cli.run("list", "Computer", "--range", "70-90").out())
                .isEqualTo("no items at these positions, of 3\n");
    }

    @ParameterizedTest
    @EnumSource
    void listPrintsCsvAndJsonLines(Way way) {
        CliOutcome csv = cli.run(way.args("list", "Monitor", "--csv", "--all", "--fields", "id,name,nothing"));
        CliOutcome lines = cli.run(way.args("list", "Monitor", "--jsonl", "--all"));

        assertThat(csv.exitCode()).as(csv.err()).isZero();
        assertThat(csv.out().split("\r\n"))
                .hasSize(451)
                .startsWith("id,name,nothing", "1,m1,")
                .endsWith("450,m450,");
        assertThat(lines.out().split("\n")).hasSize(450).allMatch(line -> line.startsWith("{\"id\":"));
        assertThat(csv.err() + lines.err()).isEmpty();
    }

    @Test
    void csvHasAllFieldsAndJsonInCells() throws IOException {
        CliOutcome list = cli.run("list", "Computer", "--csv");
        CliOutcome item = cli.run("get", "Computer", "3", "--csv", "--with", "documents");

        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(list.out())) {
            List<NamedCsvRecord> rows = reader.stream().toList();
            assertThat(rows).extracting(row -> row.getField("name")).containsExactly("Büro <1> & €", "lab-5", "lab-8");
            assertThat(rows.get(2).getField("comment")).isEqualTo("a\u0085\u001b[31mred\nb");
        }
        assertThat(item.out())
                .startsWith("id,")
                .containsOnlyOnce("Büro <1> & €")
                .contains(",[]");
    }

    @Test
    void getPrintsAJsonLine() {
        assertThat(cli.run("get", "Computer", "5", "--jsonl")
                        .json()
                        .path("name")
                        .textValue())
                .isEqualTo("lab-5");
    }

    @Test
    void printsRowsForSpreadsheets() {
        cli.stdin("{\"name\":\"=1+2\"}").run("add", "Computer");

        String[] args = {"list", "Computer", "--where", "name==1", "--csv", "--fields", "name"};
        assertThat(cli.run(args).out()).isEqualTo("name\r\n=1+2\r\n");
        assertThat(cli.run(Stream.concat(Stream.of(args), Stream.of("--for-spreadsheets"))
                                .toArray(String[]::new))
                        .out())
                .isEqualTo("name\r\n'=1+2\r\n");
    }

    @Test
    void emptyListsHaveAHeaderInCsv() {
        assertThat(cli.run("list", "PluginEmpty", "--csv", "--fields", "id,name"))
                .isEqualTo(new CliOutcome(0, "id,name\r\n", ""));
        assertThat(cli.run("list", "PluginEmpty", "--jsonl", "--all")).isEqualTo(new CliOutcome(0, "", ""));
    }

    @Test
    void saysThatThereAreMoreRows() {
        CliOutcome first = cli.run("list", "Monitor", "--jsonl");

        assertThat(first.out().split("\n")).hasSize(200);
        assertThat(first.err()).contains("the first 200 rows of 450", "--all");
        assertThat(cli.run("list", "Monitor", "--jsonl", "--range", "0-9").err())
                .isEmpty();
    }

    @Test
    void stopsWhenNobodyReadsTheRows() {
        CliOutcome outcome = cli.runWithClosedOutput("list", "Monitor", "--csv", "--all", "--fields", "id");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.NO_RESPONSE);
        assertThat(outcome.err()).contains("standard output is closed");
        assertThat(fake.requestsTo("Monitor")).hasSizeLessThan(3);
    }

    @Test
    void cutsTablesOnATerminalOnly() {
        String wide = "w".repeat(100);
        cli.stdin("{\"name\":\"" + wide + "\",\"serial\":\"S-\"}").run("add", "Computer");
        String[] args = {"list", "Computer", "--where", "serial=S-"};

        assertThat(cli.run(args).out()).contains(wide);
        assertThat(cli.with(Environment.COLUMNS, "40").run(args).out()).contains(wide);
        assertThat(cli.runOnTerminal(40, args).out().lines())
                .contains("10  " + "w".repeat(27) + "…  S-")
                .allMatch(line -> line.length() <= 40);
        assertThat(cli.runOnTerminal(40, "list", "Computer", "--csv").out()).contains(wide);
    }

    @Test
    void rowsDoNotSteerTheTerminal() {
        assertThat(cli.runOnTerminal(80, "get", "Computer", "8", "--csv").out()).contains("a??[31mred?b");
        assertThat(cli.runOnTerminal(80, "get", "Computer", "8", "--jsonl").out())
                .contains("a\\u0085\\u001B[31mred\\nb");
    }

    @ParameterizedTest
    @EnumSource
    void addPrintsTheId(Way way) {
        JsonNode answer = cli.stdin("{\"name\":\"new €\",\"comment\":null}")
                .run(way.args("add", "Computer", "--json"))
                .success();

        int id = fake.items("Computer").lastKey();
        assertThat(answer).hasToString("{\"id\":" + id + ",\"message\":\"Item successfully added: new €\"}");
        assertThat(fake.items("Computer").get(id)).containsEntry("name", "new €");
    }

    @ParameterizedTest
    @EnumSource
    void addOfManyPrintsOutcomes(Way way) throws IOException {
        Path file = Files.writeString(folder.resolve("items.json"), list("a", "forbidden", "b"));

        CliOutcome outcome = cli.run(way.args("add", "Computer", "--json", "--in", file.toString()));

        int last = fake.items("Computer").lastKey();
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.json())
                .hasToString("{\"outcomes\":[{\"index\":0,\"id\":" + (last - 1)
                        + "},{\"index\":1,\"error\":\"Not this name: ä\"},{\"index\":2,\"id\":" + last + "}]}");
    }

    @Test
    void addOfAListOfOneHasOutcomesToo() {
        JsonNode answer = cli.stdin(list("a")).run("add", "Computer", "--json").success();

        assertThat(answer)
                .hasToString("{\"outcomes\":[{\"index\":0,\"id\":"
                        + fake.items("Computer").lastKey() + "}]}");
        assertThat(cli.stdin("[]").run("add", "Computer", "--json").success()).hasToString("{\"outcomes\":[]}");
    }

    @ParameterizedTest
    @EnumSource
    void writesWithoutAResponseAreUnknown(Way way) {
        fake.wireMock()
                .stubFor(post(urlPathMatching(".*/Computer"))
                        .withRequestBody(containing("lost"))
                        .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        String[] names = IntStream.range(0, 52)
                .mapToObj(i -> i < 50 ? "lost" : "forbidden")
                .toArray(String[]::new);

        CliOutcome outcome = cli.stdin(list(names)).run(way.args("add", "Computer", "--json"));

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.NO_RESPONSE);
        assertThat(outcome.json().path("outcomes")).hasSize(52);
        assertThat(outcome.json().path("outcomes").path(0)).hasToString("{\"index\":0,\"unknown\":true}");
        assertThat(outcome.json().path("outcomes").path(51).path("error").textValue())
                .isEqualTo("Not this name: ä");
        CliOutcome text = cli.stdin(list(names)).run(way.args("add", "Computer"));
        assertThat(text.exitCode()).isEqualTo(ExitCode.NO_RESPONSE);
        assertThat(text.out()).endsWith("\n2 refused, 50 unknown\n");
    }

    @Test
    void addOfOneFailsAsEveryCommand() {
        JsonNode error = cli.stdin("{\"name\":\"forbidden\"}")
                .run("add", "Computer", "--json")
                .failure(ExitCode.REFUSED);

        assertThat(error.path("operation").textValue()).isEqualTo("addItems Computer");
        assertThat(error.path("message").textValue()).contains("Not this name: ä");
        assertThat(cli.stdin("{\"name\":\"forbidden\"}").run("add", "Computer").errorText(ExitCode.REFUSED))
                .startsWith("GLPI refused the request: ");
    }

    @ParameterizedTest
    @EnumSource
    void updateChangesOne(Way way) {
        JsonNode answer = cli.stdin("{\"id\":5,\"comment\":\"ä\"}")
                .run(way.args("update", "Computer", "--json"))
                .success();

        assertThat(answer).hasToString("{\"id\":5,\"message\":\"\"}");
        assertThat(fake.items("Computer").get(5)).containsEntry("comment", "ä").containsEntry("name", "lab-5");
        cli.stdin("{\"id\":777,\"name\":\"x\"}")
                .run("update", "Computer", "--json")
                .failure(ExitCode.REFUSED);
    }

    @ParameterizedTest
    @EnumSource
    void updateChangesMany(Way way) {
        CliOutcome outcome = cli.stdin(
                        "[{\"id\":5,\"name\":\"x\"},{\"id\":\"777\",\"name\":\"y\"},{\"id\":8,\"name\":\"z\"}]")
                .run(way.args("update", "Computer", "--json"));

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(outcome.json().path("outcomes").path(0)).hasToString("{\"index\":0,\"id\":5}");
        assertThat(outcome.json().path("outcomes").path(1).fieldNames())
                .toIterable()
                .containsExactly("index", "error");
        assertThat(fake.items("Computer").get(8)).containsEntry("name", "z");
    }

    @ParameterizedTest
    @EnumSource
    void deleteMovesToTheTrashOrPurges(Way way) {
        assertThat(cli.run(way.args("delete", "Computer", "5", "--json")).success())
                .hasToString("{\"id\":5,\"message\":\"\"}");
        assertThat(fake.items("Computer").get(5)).containsEntry("is_deleted", 1);

        CliOutcome outcome = cli.run(way.args("delete", "Computer", "3", "777", "8", "--purge", "--json"));

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(outcome.json().path("outcomes").findValuesAsText("id")).containsExactly("3", "8");
        assertThat(fake.items("Computer")).containsOnlyKeys(5, 9);
        cli.run("delete", "Computer", "777", "--json").failure(ExitCode.REFUSED);
    }

    @Test
    void tellsPeopleWhatWritesCameTo() {
        assertThat(cli.stdin("{\"name\":\"one\"}").run("add", "Computer").out())
                .isEqualTo("  id       10\n  message  Item successfully added: one\n");
        assertThat(cli.run("delete", "Computer", "10", "777").out()).isEqualTo("""
                        index  id   outcome  message
                        -----  ---  -------  --------------
                        0      10   done     -
                        1      777  refused  Item not found

                        1 done, 1 refused
                        """);
    }

    @ParameterizedTest
    @EnumSource
    void requestPrintsTheResponse(Way way) throws IOException {
        CliOutcome raw = cli.run(way.args("request", "get", "Computer/8", "--query", "get_hateoas=false"));

        assertThat(raw.exitCode()).as(raw.err()).isZero();
        assertThat(new ObjectMapper().readTree(raw.out()).path("comment").textValue())
                .isEqualTo("a\u0085\u001b[31mred\nb");
        assertThat(cli.run(way.args("request", "GET", "Computer/8", "--json", "-q", "get_hateoas=false"))
                        .success()
                        .path("name")
                        .textValue())
                .isEqualTo("lab-8");
    }

    @Test
    void requestSendsABody() throws IOException {
        Path file = Files.writeString(folder.resolve("body.json"), "{\"input\":{\"name\":\"raw €\"}}");

        cli.run("request", "POST", "Computer", "--in", file.toString(), "--json")
                .success();
        cli.stdin("{\"input\":{\"name\":\"raw 2\"}}")
                .run("request", "POST", "Computer", "--in", "-", "--json")
                .success();

        assertThat(fake.items("Computer").values())
                .extracting(item -> item.get("name"))
                .contains("raw €", "raw 2");
    }

    @Test
    void requestKeepsJsonOnOneLine() {
        fake.wireMock()
                .stubFor(any(urlPathMatching(".*/PluginX.*"))
                        .willReturn(aResponse()
                                .withHeader("Content-Type", "application/json")
                                .withBody("{\n  \"a\": [1.50,\n\"\u007f\"]\n}")));

        assertThat(cli.run("request", "GET", "PluginX/thing", "--json").out())
                .isEqualTo("{   \"a\": [1.50, \"\\u007f\"] }\n");
        assertThat(cli.run("request", "GET", "PluginX/thing").out()).isEqualTo("{\n  \"a\": [1.50,\n\"\\u007f\"]\n}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"get Nothing 1", "list Nothing", "list Nothing --all", "delete Nothing 1", "request GET Nothing"
            })
    void saysThatATypeDoesNotExist(String args) {
        JsonNode error = cli.run((args + " --json").split(" ")).failure(ExitCode.REFUSED);

        assertThat(error.path("code").textValue()).isEqualTo("ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM");
    }

    @Test
    void saysThatAnItemDoesNotExist() {
        assertThat(cli.run("get", "Computer", "777").errorText(ExitCode.REFUSED))
                .startsWith("Not found: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "get computer 1|is not an itemtype",
                "get Computer x|as ID cannot be one",
                "get Computer|Missing required parameter: 'ID'",
                "list Computer --where name|no name before an equals sign",
                "list Computer --where na-me=x|not the name of a field",
                "list Computer --range 5|two positions",
                "list Computer --range 9-5|range",
                "list Computer --range 0-9 --all|contradicts",
                "list Computer --sort na-me|not the name of a field",
                "list Computer --csv|--json, --jsonl and --csv contradict each other",
                "get Computer 3 --jsonl|--json, --jsonl and --csv contradict each other",
                "delete Computer|Missing required parameter: 'ID'",
                "add Computer --in none.json|no file that can be read",
                "request FETCH_ Computer|HTTP method",
                "request GET killSession|opens, ends or changes the session",
                "request GET Computer?range=0-1|query",
                "request POST Computer --in none.json|no file that can be read"
            })
    void refusesWhatMakesNoSenseAndSendsNothing(String args, String problem) {
        JsonNode error = cli.run((args + " --json").split(" ")).failure(ExitCode.USAGE);

        assertThat(error.path("message").textValue()).contains(problem);
        assertThat(fake.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "\"secret\"",
                "[1]",
                "[{\"name\":\"a\"},2]",
                "{\"name\":secret}",
                "{\"name\":\"a\",\"name\":\"secret\"}",
                "{\"name\":\"a\"} secret"
            })
    void refusesInputThatIsNoItems(String input) {
        for (String command : new String[] {"add", "update"}) {
            JsonNode error = cli.stdin(input).run(command, "Computer", "--json").failure(ExitCode.USAGE);

            assertThat(error.path("message").textValue())
                    .startsWith("the input is ")
                    .doesNotContain("secret");
        }
        assertThat(cli.stdin(new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xfc, '"', '}'})
                        .run("add", "Computer", "--json")
                        .failure(ExitCode.USAGE)
                        .path("message")
                        .textValue())
                .contains("UTF-8");
        assertThat(fake.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":\"a\"}", "{\"id\":\"x\"}", "{\"id\":-1}", "[{\"name\":\"a\"}]", "{\"id\":null}"})
    void wantsAnIdToUpdate(String input) {
        JsonNode error = cli.stdin(input).run("update", "Computer", "--json").failure(ExitCode.USAGE);

        assertThat(error.path("message").textValue()).contains("id");
        assertThat(fake.requests()).isEmpty();
    }

    @Test
    void readsStandardInputForOneThing() {
        assertThat(Cli.at(fake.url())
                        .stdin("{}")
                        .run("add", "Computer", "--json", "--login", "glpi", "--password-stdin")
                        .failure(ExitCode.USAGE)
                        .path("message")
                        .textValue())
                .contains("standard input");
    }

    @Test
    void repeatsNoPasswordThatIsWritten() {
        fake.wireMock()
                .stubFor(post(urlPathMatching(".*/User"))
                        .willReturn(aResponse()
                                .withStatus(400)
                                .withHeader("Content-Type", "application/json")
                                .withBody("[\"ERROR_GLPI_ADD\",\"not c4nary-pass\"]")));

        CliOutcome outcome =
                cli.stdin("{\"name\":\"u\",\"password\":\"c4nary-pass\"}").run("add", "User", "--json", "--stacktrace");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(outcome.out() + outcome.err()).doesNotContain("c4nary");
    }

    @ParameterizedTest
    @EnumSource
    void failsWithoutAServer(Way way) {
        fake.wireMock().stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        cli.run(way.args("list", "Computer", "--json", "--all")).failure(ExitCode.NO_RESPONSE);
        cli.stdin("[{\"name\":\"a\"}]")
                .run(way.args("add", "Computer", "--json"))
                .failure(ExitCode.NO_RESPONSE);
    }
}
