package io.github.glpi4j.testkit;

import static io.github.glpi4j.testkit.DocumentRequests.NOTE;
import static io.github.glpi4j.testkit.DocumentRequests.binary;
import static io.github.glpi4j.testkit.DocumentRequests.bytes;
import static io.github.glpi4j.testkit.DocumentRequests.login;
import static io.github.glpi4j.testkit.DocumentRequests.onlyDocument;
import static io.github.glpi4j.testkit.DocumentRequests.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Uploads as recorded on GLPI 10.0.19, and how other versions differ. */
class UploadsTest {
    @RegisterExtension
    static final FakeGlpiExtension GLPI = FakeGlpiExtension.create();

    private String session = "";

    @BeforeEach
    void openSession() {
        session = login(GLPI.fake(), "glpi");
    }

    private Wire call(String method, String path) {
        return DocumentRequests.call(GLPI.fake(), method, path, session);
    }

    private Reply upload(String fileName, String content) {
        return Upload.of(NOTE).file(fileName, content).send(GLPI.fake(), session);
    }

    @Test
    void uploadCreatesADocument() {
        FakeGlpi glpi = GLPI.fake();

        Reply reply = upload("note.txt", "hello");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().path("message").textValue()).isEqualTo("Item successfully added: Note");
        FakeDocument document = onlyDocument(glpi);
        assertThat(document.id()).isEqualTo(reply.json().path("id").intValue());
        assertThat(reply.headers()).containsEntry("location", glpi.url() + "/Document/" + document.id());
        assertThat(document.name()).contains("Note");
        assertThat(document.fileName()).contains("note.txt");
        assertThat(document.mime()).contains("text/plain");
        assertThat(document.bytes()).hasValue(bytes("hello"));
        assertThat(document.links()).isEmpty();
        assertThat(document.isInTrash()).isFalse();
    }

    @Test
    void uploadResultReportsTheFile() {
        JsonNode result = upload("note.txt", "hello").json().path("upload_result");

        JsonNode entry = result.path("filename").path(0);
        String prefix = entry.path("prefix").textValue();
        assertThat(prefix).hasSize(23).matches("[0-9a-f]{13}\\d\\.\\d{8}");
        assertThat(entry.path("name").textValue()).isEqualTo(prefix + "note.txt");
        assertThat(entry.path("display").textValue()).isEqualTo("note.txt");
        assertThat(entry.path("size").intValue()).isEqualTo(5);
        assertThat(entry.path("type").textValue()).isEqualTo("application/x-whatever");
        assertThat(entry.path("url").textValue()).isEqualTo("http://127.0.0.1/files/" + prefix + "note.txt");
        assertThat(entry.has("error")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1024, 1024 B", "1536, 1.5 KiB", "2048, 2 KiB", "1000000, 976.56 KiB"})
    void sizesAreHumanReadable(int length, String size) {
        assertThat(upload("note.txt", "x".repeat(length))
                        .json()
                        .at("/upload_result/filename/0/filesize")
                        .textValue())
                .isEqualTo(size);
    }

    @Test
    void contentIsPreserved() {
        Upload.of(NOTE).file("filename[0]", "data.zip", binary()).send(GLPI.url() + "/Document/", session);

        assertThat(onlyDocument(GLPI.fake()).bytes()).hasValue(binary());
        assertThat(call("GET", "/Document/1?alt=media").send().bytes()).isEqualTo(binary());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "a \\\"b\\\" c.txt          | a \"b\" c.txt",
                "Zürich – Büro €.txt        | Zürich – Büro €.txt",
                "R\\\"é\\\"sumé 'x'.txt     | R\"é\"sumé 'x'.txt",
                "\uD83D\uDE00.txt           | \uD83D\uDE00.txt",
                "a%22b%22.txt               | a%22b%22.txt",
                "a;b=c.txt                  | a;b=c.txt",
                "<a>&.txt                   | <a>&.txt",
                "../../etc/a.txt            | a.txt",
                "C:\\Documents\\a.txt       | a.txt",
                "x.php.txt                  | x.php.txt",
                "X.TXT                      | X.TXT"
            })
    void fileNamesAreStored(String sent, String kept) {
        JsonNode result = upload(sent, "x").json().path("upload_result");

        assertThat(onlyDocument(GLPI.fake()).fileName()).contains(kept);
        assertThat(result.at("/filename/0/display").textValue())
                .isEqualTo(kept.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;"));
    }

    @ParameterizedTest
    @CsvSource({"false, a & b.txt", "0, a & b.txt", "true, a &#38; b.txt", "yes, a &#38; b.txt"})
    void headerRequestsPlainNames(String header, String shown) {
        upload("a & b.txt", "x");

        assertThat(call("GET", "/Document/1")
                        .header("X-GLPI-Sanitized-Content", header)
                        .send()
                        .json()
                        .path("filename")
                        .textValue())
                .isEqualTo(shown);
    }

    static Stream<String> tooLong() {
        return Stream.of("x".repeat(240) + ".txt", "ü".repeat(115) + ".txt");
    }

    @ParameterizedTest
    @CsvSource({
        "a.exe, x, Filetype not allowed",
        "a.md, x, Filetype not allowed",
        "a, x, Filetype not allowed",
        "=?UTF-8?Q?a.txt?=, x, Filetype not allowed",
        "a.php, x, The file upload has been refused for security reasons.",
        "a.PHP5, x, The file upload has been refused for security reasons.",
        "a.phar, x, The file upload has been refused for security reasons.",
        "a.txt, '', File is too small",
        "a.exe, '', Filetype not allowed"
    })
    void refusedFileLeavesADocumentWithoutFile(String fileName, String content, String error) {
        assertRefused(fileName, content, error);
    }

    @ParameterizedTest
    @MethodSource("tooLong")
    void refusesNamesTooLongForTheDisk(String fileName) {
        assertRefused(fileName, "x", "File upload aborted");
    }

    private void assertRefused(String fileName, String content, String error) {
        Reply reply = upload(fileName, content);

        assertThat(reply.status()).isEqualTo(201);
        JsonNode entry = reply.json().at("/upload_result/filename/0");
        assertThat(entry.path("error").textValue()).isEqualTo(error);
        assertThat(entry.has("url")).isFalse();
        FakeDocument document = onlyDocument(GLPI.fake());
        assertThat(document.name()).contains("Note");
        assertThat(document.fileName()).isEmpty();
        assertThat(document.mime()).isEmpty();
        assertThat(document.bytes()).isEmpty();
        JsonNode item = call("GET", "/Document/1").send().json();
        assertThat(List.of("filename", "filepath", "mime", "sha1sum"))
                .allSatisfy(field -> assertThat(item.get(field).isNull()).isTrue());
    }

    @Test
    void acceptsTheLongestName() {
        String longest = "x".repeat(228) + ".txt";

        upload(longest, "x");

        assertThat(onlyDocument(GLPI.fake()).fileName()).contains(longest);
    }

    @ParameterizedTest
    @CsvSource({"9.5.13, 201", "10.0.19, 201", "11.0.6, 500"})
    void nameInLatin1HasNoJsonResponse(String version, int status) {
        try (FakeGlpi glpi = FakeGlpi.builder().version(version).start()) {
            byte[] parameters =
                    "name=\"filename[0]\"; filename=\"Z\u00FCrich.txt\"".getBytes(StandardCharsets.ISO_8859_1);

            Reply reply =
                    Upload.of(NOTE).part(parameters, "text/plain", bytes("x")).send(glpi, login(glpi, "glpi"));

            assertThat(reply.status()).isEqualTo(status);
            if (status == 201) {
                assertThat(reply.contentType()).startsWith("application/json");
                assertThat(reply.body()).isEmpty();
            }
            assertThat(onlyDocument(glpi).fileName()).contains("Z?rich.txt");
            assertThat(onlyDocument(glpi).bytes()).hasValue(bytes("x"));
        }
    }

    @Test
    void onlyTheFirstFileOfAFieldIsAttached() {
        Reply reply = Upload.of(NOTE)
                .file("filename[0]", "a.txt", bytes("a"))
                .file("filename[1]", "b.txt", bytes("b"))
                .send(GLPI.fake(), session);

        assertThat(reply.json().path("upload_result").path("filename").findValuesAsText("display"))
                .containsExactly("a.txt", "b.txt");
        assertThat(onlyDocument(GLPI.fake()).fileName()).contains("a.txt");
    }

    @Test
    void onlyTheFirstOfTwoFieldsCounts() {
        Reply reply = Upload.of(NOTE)
                .file("one", "a.txt", bytes("a"))
                .file("two", "b.txt", bytes("b"))
                .send(GLPI.fake(), session);

        JsonNode result = reply.json().path("upload_result");
        assertThat(result.properties().stream().map(Map.Entry::getKey)).containsExactly("one");
        assertThat(result.findValuesAsText("display")).containsExactly("a.txt");
        assertThat(onlyDocument(GLPI.fake()).fileName()).contains("a.txt");
    }

    @Test
    void plainNameWins() {
        Upload.of(NOTE)
                .part("name=\"file\"; filename=\"plain.txt\"; filename*=UTF-8''star.txt", "text/plain", bytes("x"))
                .send(GLPI.fake(), session);

        assertThat(onlyDocument(GLPI.fake()).fileName()).contains("plain.txt");
    }

    @Test
    void refusesMalformedUploads() {
        FakeGlpi glpi = GLPI.fake();

        assertThat(Upload.of(NOTE).send(glpi, session).outcome())
                .isEqualTo("400 ERROR_UPLOAD_FILE_TOO_BIG_POST_MAX_SIZE");
        assertThat(Upload.of(NOTE)
                        .part("name=\"filename[0]\"; filename*=UTF-8''a.txt", "text/plain", bytes("x"))
                        .send(glpi, session)
                        .outcome())
                .isEqualTo("400 ERROR_UPLOAD_FILE_TOO_BIG_POST_MAX_SIZE");
        assertThat(Upload.withoutManifest()
                        .file("a.txt", "x")
                        .send(glpi, session)
                        .outcome())
                .isEqualTo("400 ERROR_JSON_PAYLOAD_INVALID");
        assertThat(Upload.of("{\"x\":1}").file("a.txt", "x").send(glpi, session).outcome())
                .isEqualTo("400 ERROR_BAD_ARRAY");
        assertThat(glpi.documents()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"9.5.13, u00fcber", "10.0.19, über"})
    void escapesInTheManifest(String version, String name) {
        try (FakeGlpi glpi = FakeGlpi.builder().version(version).start()) {
            String token = login(glpi, "glpi");

            Upload.of("{\"input\":{\"name\":\"\\u00fcber\"}}")
                    .file("a.txt", "x")
                    .send(glpi, token);
            Upload.of("{\"input\":{\"name\":\"über\"}}").file("a.txt", "x").send(glpi, token);

            assertThat(glpi.documents())
                    .extracting(document -> document.name().orElseThrow())
                    .containsExactly(name, "über");
        }
    }

    @ParameterizedTest
    @CsvSource({"9.5.13, 400 ERROR_JSON_PAYLOAD_INVALID", "10.0.19, 201", "11.0.6, 201"})
    void quotesInTheManifest(String version, String outcome) {
        try (FakeGlpi glpi = FakeGlpi.builder().version(version).start()) {
            assertThat(Upload.of("{\"input\":{\"name\":\"a \\\"b\\\"\"}}")
                            .file("a.txt", "x")
                            .send(glpi, login(glpi, "glpi"))
                            .outcome())
                    .isEqualTo(outcome);
        }
    }

    @Test
    void inputFieldsAreStored() {
        Upload.of("{\"input\":{\"entities_id\":1,\"comment\":\"for <you>\"}}")
                .file("a.txt", "x")
                .send(GLPI.fake(), session);

        JsonNode item = call("GET", "/Document/1").send().json();
        assertThat(item.path("name").textValue()).isEqualTo("a.txt");
        assertThat(item.path("entities_id").intValue()).isEqualTo(1);
        assertThat(item.path("comment").textValue()).isEqualTo("for &#60;you&#62;");
        assertThat(item.at("/links/0/href").textValue()).isEqualTo(GLPI.url() + "/Entity/1");
        assertThat(item.at("/links/1/href").textValue()).isEqualTo(GLPI.url() + "/User/2");
    }

    @ParameterizedTest
    @CsvSource({"10.0.19, Document: Ticket - N/A", "11.0.6, Note"})
    void documentOfAnItem(String version, String name) {
        try (FakeGlpi glpi = FakeGlpi.builder().version(version).start()) {
            Upload upload = Upload.of("{\"input\":{\"name\":\"Note\",\"itemtype\":\"Ticket\",\"items_id\":\"7\"}}");

            assertThat(upload.file("a.txt", "x")
                            .send(glpi, login(glpi, "glpi"))
                            .json()
                            .path("message")
                            .textValue())
                    .isEqualTo("Item successfully added: " + name);
            assertThat(onlyDocument(glpi).links()).containsExactly(new DocumentLink("Ticket", 7));
            assertThat(onlyDocument(glpi).name()).contains(name);
        }
    }

    @Test
    void rootEntityIsAnItem() {
        Upload.of("{\"input\":{\"name\":\"Note\",\"itemtype\":\"Entity\",\"items_id\":0}}")
                .file("a.txt", "x")
                .send(GLPI.fake(), session);

        assertThat(onlyDocument(GLPI.fake()).links()).containsExactly(new DocumentLink("Entity", 0));
        assertThat(onlyDocument(GLPI.fake()).name()).contains("Note");
    }

    @Test
    void itemGetsNoDocumentWithoutFile() {
        Reply reply = Upload.of("{\"input\":{\"itemtype\":\"Ticket\",\"items_id\":7}}")
                .file("a.exe", "x")
                .send(GLPI.fake(), session);

        assertThat(reply.outcome()).isEqualTo("400 ERROR_GLPI_ADD");
        assertThat(reply.message()).isEqualTo("File a.exe not found.");
        assertThat(GLPI.fake().documents()).isEmpty();
    }

    @Test
    void documentWithoutUpload() {
        Reply reply = call("POST", "/Document")
                .body("{\"input\":{\"comment\":\"x\"}}")
                .send();

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().path("message").textValue()).isEqualTo("Item successfully added: Document - ID 1");
        assertThat(reply.json().has("upload_result")).isFalse();
        assertThat(onlyDocument(GLPI.fake()).name()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 400 ERROR_GLPI_ADD", "3, 1, 400 ERROR_GLPI_ADD", "4, 0, 201", "0, 4, 201"})
    void addingNeedsARight(int document, int followup, String outcome) {
        FakeGlpi glpi = GLPI.fake();
        glpi.addUser(
                user(FakeProfile.superAdmin().withRight("document", document).withRight("followup", followup)));

        Reply reply = Upload.of(NOTE).file("a.txt", "x").send(glpi, login(glpi, "user"));

        assertThat(reply.outcome()).isEqualTo(outcome);
        if (reply.status() == 400) {
            assertThat(reply.message()).isEqualTo("You don't have permission to perform this action.");
        }
        assertThat(glpi.documents()).hasSize(reply.status() == 201 ? 1 : 0);
    }
}
