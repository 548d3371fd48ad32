package io.github.glpi4j.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.output.ExitCode;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeGlpiExtension;
import io.github.glpi4j.testkit.GlpiRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** Exports: whole files or none, and what is left after a break. */
class ExportCommandTest {

    private static final int MONITORS = 1_000;

    @RegisterExtension
    static final FakeGlpiExtension GLPI = FakeGlpiExtension.create(FakeGlpi.builder()
            .withItems(
                    "PluginThing",
                    List.of(
                            thing("Büro \"1\", <a> & €\nnext", ""),
                            thing("=HYPERLINK(\"http://evil\")", "-5.00"),
                            thing("@x", "+33 1 23")))
            .withItems("PluginEmpty", List.of())
            .withItems(
                    "Monitor",
                    IntStream.rangeClosed(1, MONITORS)
                            .mapToObj(i -> Map.of("id", 2 * i, "name", "m" + i))
                            .toList()));

    @TempDir
    private Path folder;

    private final FakeGlpi fake = GLPI.fake();
    private Cli cli = Cli.empty();

    @BeforeEach
    void at() {
        cli = Cli.at(fake.url()).with(Environment.LOGIN, "glpi").with(Environment.PASSWORD, "glpi");
    }

    private static Map<String, Object> thing(String name, String other) {
        Map<String, Object> thing = new HashMap<>();
        thing.put("name", name);
        thing.put("other", other);
        thing.put("tags", List.of("a", 1));
        thing.put("nothing", null);
        return thing;
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private String[] export(String type, String name, String... more) {
        List<String> args =
                new ArrayList<>(List.of("export", type, "--out", file(name).toString()));
        args.addAll(List.of(more));
        return args.toArray(String[]::new);
    }

    private static List<NamedCsvRecord> csv(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        }
    }

    private static List<Integer> ids(Path jsonLines) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        try (var lines = Files.lines(jsonLines)) {
            return lines.map(line -> {
                        try {
                            return mapper.readTree(line).path("id").intValue();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }

    private static List<Integer> monitors() {
        return IntStream.rangeClosed(1, MONITORS).map(i -> 2 * i).boxed().toList();
    }

    /** Breaks the connection at pages that end at these positions. */
    private StubMapping breakAt(String lastPosition) {
        return fake.wireMock()
                .stubFor(get(urlPathMatching(".*/Monitor"))
                        .withQueryParam("range", matching("\\d+-" + lastPosition))
                        .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    }

    private void assertNothingElse(String... names) {
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder(names);
    }

    @ParameterizedTest
    @EnumSource
    void exportsToCsv(Way way) throws IOException {
        JsonNode answer =
                cli.run(way.args(export("PluginThing", "x.csv", "--json"))).success();

        assertThat(answer)
                .hasToString("{\"file\":\"" + file("x.csv") + "\",\"format\":\"csv\",\"count\":3,\"resumed_after\":0}");
        List<NamedCsvRecord> rows = csv(file("x.csv"));
        assertThat(rows.get(0).getHeader()).contains("id", "name", "other", "tags", "nothing");
        assertThat(rows.get(0).getField("name")).isEqualTo("Büro \"1\", <a> & €\nnext");
        assertThat(rows.get(0).getField("tags")).isEqualTo("[\"a\",1]");
        assertThat(rows.get(1).getField("name")).isEqualTo("=HYPERLINK(\"http://evil\")");
        assertNothingElse("x.csv");
        assertThat(fake.sessions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void exportsToJson(Way way) throws IOException {
        cli.run(way.args(export("Monitor", "x.JSON", "--json"))).success();
        cli.run(way.args(export("Monitor", "x.jsonl", "--json"))).success();

        JsonNode list = new ObjectMapper().readTree(file("x.JSON").toFile());
        assertThat(list).hasSize(MONITORS);
        assertThat(list.path(7).path("name").textValue()).isEqualTo("m8");
        assertThat(ids(file("x.jsonl"))).isEqualTo(monitors());
        assertThat(fake.requestsTo("Monitor")).hasSize(10);
    }

    @Test
    void tellsPeopleHowMany() {
        assertThat(cli.run(export("Monitor", "x.csv", "--where", "name=m1")))
                .isEqualTo(new CliOutcome(0, "112 items exported to " + file("x.csv") + "\n", ""));
        assertThat(cli.run(export("Monitor", "x.csv", "-w", "name=^m7$")).out())
                .isEqualTo("1 item exported to " + file("x.csv") + "\n");
    }

    @Test
    void marksFormulasIfAskedTo() throws IOException {
        cli.run(export("PluginThing", "x.csv", "--for-spreadsheets", "--json")).success();

        List<NamedCsvRecord> rows = csv(file("x.csv"));
        assertThat(rows.get(1).getField("name")).isEqualTo("'=HYPERLINK(\"http://evil\")");
        assertThat(rows.get(1).getField("other")).isEqualTo("-5.00");
        assertThat(rows.get(2).getField("name")).isEqualTo("'@x");
        assertThat(rows.get(2).getField("other")).isEqualTo("'+33 1 23");
    }

    @ParameterizedTest
    @CsvSource({"x.csv,'id\r\n'", "x.jsonl,''", "x.json,'[]\n'"})
    void exportsNothingToACompleteFile(String name, String content) {
        assertThat(cli.run(export("PluginEmpty", name, "--json"))
                        .success()
                        .path("count")
                        .intValue())
                .isZero();

        assertThat(file(name)).hasContent(content);
        assertNothingElse(name);
    }

    @Test
    void replacesAFileWhenItIsComplete() throws IOException {
        Files.writeString(file("x.jsonl"), "old");
        Files.setPosixFilePermissions(file("x.jsonl"), PosixFilePermissions.fromString("rw-------"));
        StubMapping broken = breakAt("200");

        cli.run(export("Monitor", "x.jsonl", "--json")).failure(ExitCode.NO_RESPONSE);

        assertThat(file("x.jsonl")).hasContent("old");
        assertNothingElse("x.jsonl");
        fake.wireMock().removeStub(broken);
        cli.run(export("Monitor", "x.jsonl", "--json")).success();
        assertThat(ids(file("x.jsonl"))).isEqualTo(monitors());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("x.jsonl"))))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.csv", "x.jsonl", "x.json"})
    void resumesAfterABreak(String name) throws IOException {
        cli.run(export("Monitor", "reference-" + name, "--json")).success();
        StubMapping broken = breakAt("600");

        CliOutcome first = cli.run(export("Monitor", name));

        assertThat(first.exitCode()).isEqualTo(ExitCode.NO_RESPONSE);
        assertThat(first.err()).contains("Interrupted after 400 items", "Connection failed: ");
        assertThat(file(name)).doesNotExist();
        Files.write(file("." + name + ".part"), new byte[] {'x'}, StandardOpenOption.APPEND);
        fake.wireMock().removeStub(broken);
        fake.clearRequests();
        CliOutcome second = cli.run(export("Monitor", name));
        assertThat(second.out())
                .isEqualTo("1000 items exported to " + file(name) + ", the first 400 of them by an earlier run\n");
        assertThat(file(name)).hasSameBinaryContentAs(file("reference-" + name));
        assertThat(fake.requestsTo("Monitor")).hasSize(3);
        assertNothingElse(name, "reference-" + name);
    }

    @ParameterizedTest
    @EnumSource
    void losesAndRepeatsNoRowIfOthersVanish(Way way) throws IOException {
        StubMapping broken = breakAt("600");
        cli.run(way.args(export("Monitor", "x.jsonl", "--json"))).failure(ExitCode.NO_RESPONSE);
        fake.wireMock().removeStub(broken);
        String[] gone = IntStream.rangeClosed(1, 250)
                .mapToObj(i -> String.valueOf(2 * i))
                .toArray(String[]::new);
        cli.run(concat(new String[] {"delete", "Monitor", "--purge", "--json"}, gone))
                .success();
        cli.run("delete", "Monitor", "800", "--json").success();

        cli.run(way.args(export("Monitor", "x.jsonl", "--json"))).success();

        assertThat(ids(file("x.jsonl"))).isEqualTo(monitors());
    }

    private static String[] concat(String[] one, String[] other) {
        return Stream.of(one, other).flatMap(Arrays::stream).toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--where name=m", "--expand", "--restart", "--profile 4", "--trash"})
    void startsAnewIfItIsAnotherExport(String option) {
        StubMapping broken = breakAt("600");
        cli.run(export("Monitor", "x.jsonl", "--json")).failure(ExitCode.NO_RESPONSE);
        fake.wireMock().removeStub(broken);
        fake.clearRequests();

        JsonNode answer = cli.run(export("Monitor", "x.jsonl", ("--json " + option).split(" ")))
                .success();

        assertThat(answer.path("resumed_after").intValue()).isZero();
        assertThat(fake.requestsTo("Monitor"))
                .first()
                .extracting(GlpiRequest::url)
                .asString()
                .contains("range=0-200");
        assertNothingElse("x.jsonl");
    }

    @Test
    void startsAnewWhereTheOldPartIsNoGood() throws IOException {
        StubMapping broken = breakAt("600");
        cli.run(export("Monitor", "x.jsonl", "--json")).failure(ExitCode.NO_RESPONSE);
        fake.wireMock().removeStub(broken);
        Path note = file(".x.jsonl.part.json");
        byte[] checkpoint = Files.readAllBytes(note);
        for (int attempt = 0; attempt < 3; attempt++) {
            Files.write(file(".x.jsonl.part"), new byte[attempt == 0 ? 5 : 100_000]);
            Files.write(note, attempt == 1 ? new byte[] {'{'} : checkpoint);
            if (attempt == 2) {
                Files.setLastModifiedTime(note, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
            }

            JsonNode answer = cli.run(export("Monitor", "x.jsonl", "--json")).success();

            assertThat(answer.path("resumed_after").intValue()).isZero();
            assertThat(ids(file("x.jsonl"))).isEqualTo(monitors());
        }
    }

    @Test
    void leavesNothingIfItIsRefusedAtOnce() {
        JsonNode error = cli.run(export("Nothing", "x.csv", "--json")).failure(ExitCode.REFUSED);

        assertThat(error.path("code").textValue()).isEqualTo("ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM");
        cli.with(Environment.PASSWORD, "wrong")
                .run(export("Monitor", "x.csv", "--json"))
                .failure(ExitCode.REFUSED);
        assertNothingElse();
    }

    @Test
    void saysThatAnotherExportIsRunning() throws IOException {
        try (FileChannel part =
                        FileChannel.open(file(".x.csv.part"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = part.lock()) {
            assertThat(lock.isValid()).isTrue();
            JsonNode error = cli.run(export("Monitor", "x.csv", "--json")).failure(ExitCode.USAGE);

            assertThat(error.path("message").textValue()).contains("another export is writing");
        }
        assertThat(fake.requests()).isEmpty();
    }

    @Test
    void followsNoLink() throws IOException {
        Path other = Files.writeString(file("precious"), "precious");
        Files.createSymbolicLink(file(".x.csv.part"), other);

        JsonNode error = cli.run(export("Monitor", "x.csv", "--json")).failure(ExitCode.NO_RESPONSE);

        assertThat(error.path("message").textValue()).contains("the export cannot be written to");
        assertThat(other).hasContent("precious");
    }

    @Test
    void saysThatTheFileCannotBeWritten() {
        String error = cli.run(export("Monitor", "x".repeat(250) + ".csv")).errorText(ExitCode.NO_RESPONSE);

        assertThat(error).startsWith("File error: the export cannot be written to");
        assertNothingElse();
    }

    @ParameterizedTest
    @CsvSource({
        "x.txt, does not say the format",
        "csv, does not say the format",
        "none/x.csv, no folder",
        "folder.csv, no file"
    })
    void refusesFilesThatMakeNoSense(String name, String problem) throws IOException {
        Files.createDirectory(file("folder.csv"));

        JsonNode error = cli.run(export("Monitor", name, "--json")).failure(ExitCode.USAGE);

        assertThat(error.path("message").textValue()).contains(problem);
        assertThat(fake.requests()).isEmpty();
    }

    @Test
    void wantsAFile() {
        assertThat(cli.run("export", "Monitor", "--json")
                        .failure(ExitCode.USAGE)
                        .path("message")
                        .textValue())
                .contains("--out");
        cli.run(export("monitor", "x.csv", "--json")).failure(ExitCode.USAGE);
        assertNothingElse();
    }

    @Test
    void showsProgressOnATerminalOnly() {
        CliOutcome outcome = cli.runWithErrorTerminal(export("Monitor", "x.csv", "--json"));

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.json().path("count").intValue()).isEqualTo(MONITORS);
        assertThat(outcome.err())
                .contains("\rExporting Monitor", "100%", "1000/1000 items", "items/s")
                .endsWith("\n");
        assertThat(cli.run(export("Monitor", "x.csv")).err()).isEmpty();
    }
}
