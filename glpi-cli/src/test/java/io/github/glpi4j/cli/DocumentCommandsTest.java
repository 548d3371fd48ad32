package io.github.glpi4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.glpi4j.cli.option.Environment;
import io.github.glpi4j.cli.option.FileNames;
import io.github.glpi4j.cli.output.ExitCode;
import io.github.glpi4j.testkit.DocumentLink;
import io.github.glpi4j.testkit.FakeDocument;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeGlpiExtension;
import io.github.glpi4j.testkit.FakeProfile;
import io.github.glpi4j.testkit.FakeUser;
import io.github.glpi4j.testkit.GlpiSwitch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents from and to the disk. */
@ExtendWith(FakeGlpiExtension.class)
class DocumentCommandsTest {

    private static final byte[] CONTENT = "Grüße €\n".getBytes(UTF_8);

    @TempDir
    private Path folder;

    private Cli cli = Cli.empty();

    @BeforeEach
    void at(FakeGlpi fake) {
        cli = as(fake, "glpi");
    }

    private static Cli as(FakeGlpi fake, String login) {
        return Cli.at(fake.url()).with(Environment.LOGIN, login).with(Environment.PASSWORD, login);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private String note() throws IOException {
        return Files.write(folder.resolve("note €.txt"), CONTENT).toString();
    }

    private static FakeDocument only(FakeGlpi fake) {
        assertThat(fake.documents()).hasSize(1);
        return fake.documents().get(0);
    }

    @ParameterizedTest
    @EnumSource
    void downloads(Way way, FakeGlpi fake) {
        int id = fake.addDocument("Büro \"1\" €.txt", CONTENT);
        String file = path("down.txt");

        JsonNode answer = cli.run(way.args("download", String.valueOf(id), file, "--json"))
                .success();

        assertThat(answer)
                .isEqualTo(JsonNodeFactory.instance
                        .objectNode()
                        .put("file", file)
                        .put("file_name", "Büro \"1\" €.txt")
                        .put("content_type", "text/plain;charset=UTF-8"));
        assertThat(Path.of(file)).hasBinaryContent(CONTENT);
        assertThat(fake.loginCount()).isEqualTo(1);
        assertThat(fake.sessions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void uploads(Way way, FakeGlpi fake) throws IOException {
        JsonNode answer =
                cli.run(way.args("upload", note(), "--json", "--name", "Plan")).success();

        FakeDocument document = only(fake);
        assertThat(answer).hasToString("{\"id\":" + document.id() + ",\"file_name\":\"note €.txt\"}");
        assertThat(document.name()).contains("Plan");
        assertThat(document.fileName()).contains("note €.txt");
        assertThat(document.bytes()).hasValue(CONTENT);
        assertThat(fake.loginCount()).isEqualTo(1);
        assertThat(fake.sessions()).isEmpty();
    }

    @Test
    void tellsPeople(FakeGlpi fake) throws IOException {
        CliOutcome up = cli.run("upload", note());
        int id = only(fake).id();
        CliOutcome down = cli.run("download", String.valueOf(id), path("down.txt"));

        assertThat(up).isEqualTo(new CliOutcome(ExitCode.SUCCESS, "  id    " + id + "\n  name  note €.txt\n", ""));
        assertThat(down)
                .isEqualTo(new CliOutcome(
                        ExitCode.SUCCESS,
                        "  file  " + path("down.txt") + "\n  name  note €.txt\n  type  text/plain;charset=UTF-8\n",
                        ""));
    }

    @ParameterizedTest
    @EnumSource
    void downloadsToAFolderUnderTheDocumentsOwnName(Way way, FakeGlpi fake) throws IOException {
        String id = String.valueOf(fake.addDocument("Büro €.txt", CONTENT));

        JsonNode answer = cli.run(way.args("download", id, path(""), "--json")).success();

        assertThat(answer.path("file").textValue()).isEqualTo(path("Büro €.txt"));
        assertThat(Path.of(path("Büro €.txt"))).hasBinaryContent(CONTENT);
        assertThat(folder)
                .isDirectoryNotContaining(file -> file.getFileName().toString().startsWith(".glpi"));
        Files.writeString(Path.of(path("Büro €.txt")), "mine");
        JsonNode error = cli.run("download", id, path(""), "--json").failure(ExitCode.USAGE);
        assertThat(error.path("message").textValue()).contains("FILE exists", "Büro €.txt");
        assertThat(Path.of(path("Büro €.txt"))).hasContent("mine");
        cli.run("download", id, path(""), "--json", "-f").success();
        assertThat(Path.of(path("Büro €.txt"))).hasBinaryContent(CONTENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "../x", "a/b", "a\\b", "C:x", "", " ", "a\u0000b"})
    void knowsNamesThatLeaveTheFolder(String name) {
        assertThat(FileNames.isSafe(name)).isFalse();
    }

    @Test
    void downloadsToStandardOutput(FakeGlpi fake) {
        String id = String.valueOf(fake.addDocument("note.txt", CONTENT));

        assertThat(cli.run("download", id, "-")).isEqualTo(new CliOutcome(0, new String(CONTENT, UTF_8), ""));
        cli.run("download", id, "-", "--json").failure(ExitCode.USAGE);
        assertThat(cli.run("download", "77", "-").errorText(ExitCode.REFUSED)).startsWith("Not found: ");
    }

    @ParameterizedTest
    @EnumSource
    void uploadsFromStandardInput(Way way, FakeGlpi fake) {
        cli.stdin(CONTENT)
                .run(way.args("upload", "-", "--file-name", "note €.txt", "--json"))
                .success();

        assertThat(only(fake).fileName()).contains("note €.txt");
        assertThat(only(fake).bytes()).hasValue(CONTENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-", "- --file-name ../x.txt", "- --file-name x.txt --password-stdin", "pom.xml --file-name x"})
    void refusesUploadsThatDoNotNameTheirFile(String args, FakeGlpi fake) {
        cli.stdin(CONTENT).run(("upload --json " + args).split(" ")).failure(ExitCode.USAGE);

        assertThat(fake.documents()).isEmpty();
    }

    @Test
    void linksToAnItem(FakeGlpi fake) throws IOException {
        cli.run("upload", note(), "--json", "--attach-to", "Ticket:42").success();

        assertThat(only(fake).links()).containsExactly(new DocumentLink("Ticket", 42));
    }

    @Test
    void sendsWhatIsSaidOfTheDocument(FakeGlpi fake) throws IOException {
        cli.run("upload", note(), "--json", "--comment", "to \"read\" €", "--category", "3")
                .success();

        assertThat(fake.requestsTo("Document"))
                .filteredOn(request -> request.method().equals("POST"))
                .singleElement()
                .satisfies(request -> assertThat(request.bodyText())
                        .contains("\"comment\":\"to \\\"read\\\" €\"", "\"documentcategories_id\":3"));
    }

    @Test
    void uploadsWhereItWorks(FakeGlpi fake) throws IOException {
        cli.run("upload", note(), "--json", "--entity", "2").success();

        assertThat(fake.requestsTo("changeActiveEntities"))
                .singleElement()
                .satisfies(request -> assertThat(request.bodyText()).contains("\"entities_id\":2"));
        assertThat(only(fake).fileName()).contains("note €.txt");
    }

    @Test
    void worksInASessionThatIsThereAndLeavesItOpen(FakeGlpi fake) throws IOException {
        String token = cli.run("init-session", "--json")
                .success()
                .path("session_token")
                .textValue();
        Cli attached = Cli.at(fake.url()).with(Environment.SESSION_TOKEN, token);

        int id = attached.run("upload", note(), "--json").success().path("id").intValue();
        attached.run("download", String.valueOf(id), path("down.txt"), "--json").success();

        assertThat(Path.of(path("down.txt"))).hasBinaryContent(CONTENT);
        assertThat(fake.loginCount()).isEqualTo(1);
        assertThat(fake.sessions()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void replacesAFileOnlyIfForced(Way way, FakeGlpi fake) throws IOException {
        String id = String.valueOf(fake.addDocument("new.txt", CONTENT));
        Path old = Files.writeString(folder.resolve("old.txt"), "old");

        JsonNode error =
                cli.run(way.args("download", id, old.toString(), "--json")).failure(ExitCode.USAGE);

        assertThat(error.path("type").textValue()).isEqualTo("UsageError");
        assertThat(error.path("message").textValue()).isEqualTo("FILE exists: " + old);
        assertThat(error.path("hint").textValue()).contains("--force");
        assertThat(old).hasContent("old");
        assertThat(fake.requests()).isEmpty();

        cli.run(way.args("download", id, old.toString(), "--json", "--force")).success();

        assertThat(old).hasBinaryContent(CONTENT);
    }

    @Test
    void takesALinkThatLeadsNowhereForAFile(FakeGlpi fake) throws IOException {
        String id = String.valueOf(fake.addDocument("new.txt", CONTENT));
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));

        assertThat(cli.run("download", id, link.toString()).errorText(ExitCode.USAGE))
                .contains("--force");

        assertThat(link).isSymbolicLink();
    }

    @ParameterizedTest
    @EnumSource
    void saysThatADocumentIsUnknown(Way way, FakeGlpi fake) {
        JsonNode error =
                cli.run(way.args("download", "77", path("x"), "--json")).failure(ExitCode.REFUSED);

        assertThat(error.path("type").textValue()).isEqualTo("GlpiNotFoundException");
        assertThat(error.path("operation").textValue()).isEqualTo("downloadDocument");
        assertThat(cli.run(way.args("download", "77", path("x"))).errorText(ExitCode.REFUSED))
                .startsWith("Not found: ");
        assertThat(folder).isEmptyDirectory();
        assertThat(fake.sessions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void saysThatATypeIsRefused(Way way, FakeGlpi fake) throws IOException {
        Path tool = Files.write(folder.resolve("tool.exe"), CONTENT);

        JsonNode error = cli.run(way.args("upload", tool.toString(), "--json")).failure(ExitCode.REFUSED);

        assertThat(error.path("operation").textValue()).isEqualTo("uploadDocument");
        assertThat(error.path("code").textValue()).isEqualTo("GLPI4J_FILE_REFUSED");
        assertThat(error.path("hint").textValue()).contains("Document types");
        assertThat(cli.run(way.args("upload", tool.toString())).errorText(ExitCode.REFUSED))
                .contains("GLPI4J_FILE_REFUSED");
        assertThat(fake.documents()).isEmpty();
        assertThat(fake.sessions()).isEmpty();
    }

    @Test
    void saysThatTheProfileMayNotUpload(FakeGlpi fake) throws IOException {
        fake.addUser(FakeUser.of("reader")
                .withPassword("reader")
                .withProfile(FakeProfile.technician().withoutRight("document").withoutRight("followup"), 0, true));

        JsonNode error = as(fake, "reader").run("upload", note(), "--json").failure(ExitCode.REFUSED);

        assertThat(error.path("code").textValue()).isEqualTo("ERROR_GLPI_ADD");
        assertThat(fake.documents()).isEmpty();
    }

    @Test
    void saysThatAnUploadCouldNotBeReadBack(FakeGlpi fake) throws IOException {
        fake.addUser(FakeUser.of("self").withPassword("self").withProfile(FakeProfile.selfService(), 0, true));

        JsonNode answer = as(fake, "self").run("upload", note(), "--json").success();

        assertThat(answer.path("confirmed").booleanValue()).isFalse();
        assertThat(answer.path("note").textValue()).contains("do not upload the file again");
        assertThat(fake.documents()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void saysThatAFileIsLost(Way way, FakeGlpi fake) {
        int id = fake.addDocument("new.txt", CONTENT);
        fake.loseFile(id);

        cli.run(way.args("download", String.valueOf(id), path("x"), "--json")).failure(ExitCode.REFUSED);

        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @EnumSource
    void saysThatTheDiskTakesNoFile(Way way, FakeGlpi fake) {
        String id = String.valueOf(fake.addDocument("new.txt", CONTENT));

        JsonNode error = cli.run(way.args("download", id, path("x".repeat(300)), "--json"))
                .failure(ExitCode.NO_RESPONSE);

        assertThat(error.path("type").textValue()).isEqualTo("GlpiTransportException");
        assertThat(error.path("message").textValue()).contains("the file cannot be written");
        assertThat(folder).isEmptyDirectory();
        assertThat(fake.sessions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void showsProgressOnATerminalOnly(Way way, FakeGlpi fake) throws IOException {
        byte[] content = new byte[300_000];
        Path file = Files.write(folder.resolve("big.txt"), content);

        CliOutcome up = cli.runWithErrorTerminal(way.args("upload", file.toString(), "--json"));
        CliOutcome down = cli.runWithErrorTerminal(
                way.args("download", String.valueOf(only(fake).id()), path("down.txt"), "--json"));

        assertThat(up.exitCode()).as(up.err()).isZero();
        assertThat(up.json().path("file_name").textValue()).isEqualTo("big.txt");
        assertThat(up.err()).contains("\rUploading", "100%", "KiB/s").endsWith("\n");
        assertThat(down.exitCode()).as(down.err()).isZero();
        assertThat(down.err()).contains("\rDownloading", "292/", "KiB/s").endsWith("\n");
        assertThat(Path.of(path("down.txt"))).hasBinaryContent(content);
        assertThat(cli.run(way.args("upload", file.toString())).err()).isEmpty();
        assertThat(fake.sessions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void saysThatADocumentIsUnknownOnATerminal(Way way, FakeGlpi fake) {
        CliOutcome outcome = cli.runWithErrorTerminal(way.args("download", "77", path("x"), "--json"));

        assertThat(outcome.failure(ExitCode.REFUSED).path("type").textValue()).isEqualTo("GlpiNotFoundException");
        cli.with(Environment.URL, "http://127.0.0.1:1")
                .runWithErrorTerminal(way.args("download", "77", path("x"), "--json"))
                .failure(ExitCode.NO_RESPONSE);
        assertThat(fake.sessions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"download", "upload"})
    void failsAsEveryCommand(String command, FakeGlpi fake) throws IOException {
        String[] args = command.equals("upload")
                ? new String[] {"upload", note(), "--json"}
                : new String[] {"download", "1", path("x"), "--json"};
        Map<String, Integer> exitCodes =
                Map.of(fake.url(), ExitCode.REFUSED, "http://127.0.0.1:1", ExitCode.NO_RESPONSE);
        exitCodes.forEach((url, exitCode) -> {
            JsonNode error = cli.with(Environment.URL, url)
                    .with(Environment.PASSWORD, "wrong")
                    .run(args)
                    .failure(exitCode);
            assertThat(error.path("operation").textValue()).isEqualTo("initSession");
        });
        fake.turnOn(GlpiSwitch.MAINTENANCE);
        cli.run(args).failure(ExitCode.INVALID_RESPONSE);
        assertThat(fake.sessions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, x, above 0", "-1, x, above 0", "1, none/x, no folder"})
    void passesOnDownloadsThatTheLibraryRefuses(String id, String name, String problem, FakeGlpi fake) {
        JsonNode error = cli.run("download", "--json", "--", id, path(name)).failure(ExitCode.USAGE);

        assertThat(error.path("type").textValue()).isEqualTo("IllegalArgumentException");
        assertThat(error.path("message").textValue()).contains(problem);
        assertThat(fake.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--category=0, a category",
        "--attach-to=Ticket:0, an item",
        "'--attach-to= :5', itemtype",
        "--name=, name",
        "--comment=, comment"
    })
    void passesOnUploadsThatTheLibraryRefuses(String option, String problem, FakeGlpi fake) throws IOException {
        JsonNode error = cli.run("upload", note(), "--json", option).failure(ExitCode.USAGE);

        assertThat(error.path("type").textValue()).isEqualTo("IllegalArgumentException");
        assertThat(error.path("message").textValue()).contains(problem);
        assertThat(fake.requests()).isEmpty();
    }

    @Test
    void wantsAFileToUpload(FakeGlpi fake) {
        for (String name : new String[] {"", "none.txt"}) {
            JsonNode error = cli.run("upload", path(name), "--json").failure(ExitCode.USAGE);

            assertThat(error.path("message").textValue()).contains("no file that can be read");
        }
        assertThat(fake.requests()).isEmpty();
    }

    /** In JSON: a header with a control character is no HTTP, and is refused by the transport. */
    @Test
    void hidesControlCharactersOfAServerFromTheTerminal() throws IOException {
        Path file = Files.write(folder.resolve("\u001b[31mred.txt"), CONTENT);

        CliOutcome outcome = cli.run("upload", file.toString());

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("red.txt").doesNotContain("\u001b");
    }
}
