package io.github.glpi4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads, downloads and the trash, as a GLPI 10.0.19 was seen to do them, and what the other versions do differently. */
class DocumentsTest {
    private static final String NOTE = "{\"input\":{\"name\":\"Note\",\"_filename\":[\"note.txt\"]}}";
    private static final String OCTETS = "application/octet-stream";

    @RegisterExtension
    static final FakeGlpiExtension GLPI = FakeGlpiExtension.create();

    private String session = "";

    @BeforeEach
    void openSession() {
        session = login(GLPI.fake(), "glpi");
    }

    private static String login(FakeGlpi glpi, String login) {
        return Wire.get(glpi.url() + "/initSession").basic(login, login).send().sessionToken();
    }

    private static Wire call(FakeGlpi glpi, String method, String path, String session) {
        return Wire.of(method, glpi.url() + path).json().header("Session-Token", session);
    }

    private Wire call(String method, String path) {
        return call(GLPI.fake(), method, path, session);
    }

    private Reply upload(String fileName, String content) {
        return Upload.of(NOTE).file(fileName, content).send(GLPI.fake(), session);
    }

    private static FakeDocument onlyDocument(FakeGlpi glpi) {
        assertThat(glpi.documents()).hasSize(1);
        return glpi.documents().get(0);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static FakeUser user(FakeProfile profile) {
        return FakeUser.of("user").withPassword("user").withProfile(profile, 0, true);
    }

    /** Every byte there is, and what separates parts and heads. */
    private static byte[] binary() {
        byte[] bytes = new byte[512];
        for (int i = 0; i < 256; i++) {
            bytes[i] = (byte) i;
        }
        System.arraycopy(bytes("\r\n\r\n--XbOuNdArX\r\n--\r\n"), 0, bytes, 256, 20);
        return bytes;
    }

    @Test
    void anUploadIsADocument() {
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
    void theResultTellsWhatBecameOfTheFile() {
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
    void sizesAreToldForPeople(int length, String size) {
        assertThat(upload("note.txt", "x".repeat(length))
                        .json()
                        .at("/upload_result/filename/0/filesize")
                        .textValue())
                .isEqualTo(size);
    }

    @Test
    void contentIsKeptToTheByte() {
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
    void namesOfFiles(String sent, String kept) {
        JsonNode result = upload(sent, "x").json().path("upload_result");

        assertThat(onlyDocument(GLPI.fake()).fileName()).contains(kept);
        assertThat(result.at("/filename/0/display").textValue())
                .isEqualTo(kept.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;"));
    }

    @ParameterizedTest
    @CsvSource({"false, a & b.txt", "0, a & b.txt", "true, a &#38; b.txt", "yes, a &#38; b.txt"})
    void namesAreReadPlainOnDemand(String header, String shown) {
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
    void aRefusedFileLeavesADocumentWithoutOne(String fileName, String content, String error) {
        assertRefused(fileName, content, error);
    }

    @ParameterizedTest
    @MethodSource("tooLong")
    void aNameThatTheDiskCannotTakeIsRefused(String fileName) {
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
    void theLongestNameThatIsKept() {
        String longest = "x".repeat(228) + ".txt";

        upload(longest, "x");

        assertThat(onlyDocument(GLPI.fake()).fileName()).contains(longest);
    }

    @ParameterizedTest
    @CsvSource({"9.5.13, 201", "10.0.19, 201", "11.0.6, 500"})
    void aNameInLatin1CannotBeAnswered(String version, int status) {
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
    void ofTwoFieldsOnlyTheFirstCounts() {
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
    void thePlainNameWins() {
        Upload.of(NOTE)
                .part("name=\"file\"; filename=\"plain.txt\"; filename*=UTF-8''star.txt", "text/plain", bytes("x"))
                .send(GLPI.fake(), session);

        assertThat(onlyDocument(GLPI.fake()).fileName()).contains("plain.txt");
    }

    @Test
    void uploadsThatAreNone() {
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
    void fieldsOfTheInputAreKept() {
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
    void aDocumentOfAnItem(String version, String name) {
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
    void theRootEntityIsAnItemToo() {
        Upload.of("{\"input\":{\"name\":\"Note\",\"itemtype\":\"Entity\",\"items_id\":0}}")
                .file("a.txt", "x")
                .send(GLPI.fake(), session);

        assertThat(onlyDocument(GLPI.fake()).links()).containsExactly(new DocumentLink("Entity", 0));
        assertThat(onlyDocument(GLPI.fake()).name()).contains("Note");
    }

    @Test
    void anItemGetsNoDocumentWithoutAFile() {
        Reply reply = Upload.of("{\"input\":{\"itemtype\":\"Ticket\",\"items_id\":7}}")
                .file("a.exe", "x")
                .send(GLPI.fake(), session);

        assertThat(reply.outcome()).isEqualTo("400 ERROR_GLPI_ADD");
        assertThat(reply.message()).isEqualTo("File a.exe not found.");
        assertThat(GLPI.fake().documents()).isEmpty();
    }

    @Test
    void aDocumentWithoutAnUpload() {
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

    @ParameterizedTest
    @CsvSource({
        "9.5.13, 401 ERROR_RIGHT_MISSING, 200",
        "10.0.19, 403 ERROR_RIGHT_MISSING, 200",
        "11.0.6, 403 ERROR_RIGHT_MISSING, 403 ERROR_RIGHT_MISSING"
    })
    void readingNeedsARightButNotToDownloadBefore11(String version, String read, String download) {
        try (FakeGlpi glpi = FakeGlpi.builder()
                .version(version)
                .user(user(FakeProfile.superAdmin().withoutRight("document")))
                .start()) {
            int id = glpi.addDocument("a.txt", bytes("x"));
            String token = login(glpi, "user");

            assertThat(call(glpi, "GET", "/Document/" + id, token).send().outcome())
                    .isEqualTo(read);
            assertThat(call(glpi, "GET", "/Document/" + id, token)
                            .header("Accept", OCTETS)
                            .send()
                            .outcome())
                    .isEqualTo(download);
            assertThat(call(glpi, "GET", "/Document/99", token)
                            .header("Accept", OCTETS)
                            .send()
                            .outcome())
                    .isEqualTo("404 ERROR_ITEM_NOT_FOUND");
        }
    }

    @Test
    void theAcceptMustBeExact() {
        GLPI.fake().addDocument("a.txt", bytes("hello"));

        assertThat(call("GET", "/Document/1").header("Accept", OCTETS).send().body())
                .isEqualTo("hello");
        assertThat(call("GET", "/Document/1?alt=media").send().body()).isEqualTo("hello");
        assertThat(call("GET", "/Document/1")
                        .header("Accept", OCTETS + ", */*")
                        .send()
                        .json()
                        .path("id")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void fileNamesOfDownloads() {
        FakeGlpi glpi = GLPI.fake();
        glpi.addDocument("Zürich – \"Büro\" €.txt", bytes("x"));
        glpi.addDocument("a&b.txt", bytes("x"));

        assertThat(call("GET", "/Document/1?alt=media").send().headers())
                .containsEntry(
                        "Content-disposition",
                        "attachment; filename=\"Zürich ? \\\"Büro\\\" ?.txt\";"
                                + " filename*=utf-8''Z%C3%BCrich%20%E2%80%93%20%22B%C3%BCro%22%20%E2%82%AC.txt");
        assertThat(call("GET", "/Document/2?alt=media").send().headers())
                .containsEntry(
                        "Content-disposition",
                        "attachment; filename=\"a&#38;b.txt\"; filename*=utf-8''a%26%2338%3Bb.txt");
    }

    @Test
    void typesAreThoseOfTheContent() {
        FakeGlpi glpi = GLPI.fake();
        glpi.addDocument("a.txt", bytes("%PDF-1.7 …"));
        glpi.addDocument("b.txt", binary());

        Reply pdf = call("GET", "/Document/1?alt=media").send();
        Reply other = call("GET", "/Document/2?alt=media").send();

        assertThat(pdf.contentType()).isEqualTo("application/pdf");
        // What a browser shows is no attachment.
        assertThat(pdf.headers().get("Content-disposition")).startsWith("filename=");
        assertThat(other.contentType()).isEqualTo(OCTETS);
        assertThat(other.headers().get("Content-disposition")).startsWith("attachment; filename=");
    }

    @Test
    void aDownloadThatIsKnownIsNotRepeated() {
        GLPI.fake().addDocument("a.txt", bytes("hello"));
        Wire download = call("GET", "/Document/1").header("Accept", OCTETS);
        String etag = "5d41402abc4b2a76b9719d911017c592";

        Reply known = download.header("If-None-Match", etag).send();
        Reply other = download.header("If-None-Match", "\"" + etag + "\"").send();

        assertThat(known.status()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(known.headers()).containsEntry("Etag", etag);
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.headers()).containsEntry("Etag", etag);
    }

    @ParameterizedTest
    @CsvSource({"9.5.13, 200", "10.0.19, 200", "11.0.6, 404"})
    void aLostFileIsAPage(String version, int status) {
        try (FakeGlpi glpi = FakeGlpi.builder().version(version).start()) {
            int id = glpi.addDocument("a.txt", bytes("hello"));

            assertThat(glpi.loseFile(id)).isTrue();
            assertThat(glpi.loseFile(id)).isFalse();
            assertThat(glpi.loseFile(99)).isFalse();

            Reply reply = call(glpi, "GET", "/Document/" + id, login(glpi, "glpi"))
                    .header("Accept", OCTETS)
                    .send();
            assertThat(reply.status()).isEqualTo(status);
            assertThat(reply.contentType()).startsWith("text/html");
            assertThat(reply.headers()).doesNotContainKeys("Content-disposition", "Etag");
            if (status == 200) {
                assertThat(reply.body()).matches("Error file /.*/TXT/aa/[0-9a-f]{38}\\.TXT does not exist");
            }
            assertThat(onlyDocument(glpi).fileName()).contains("a.txt");
            assertThat(onlyDocument(glpi).bytes()).isEmpty();
        }
    }

    @Test
    void documentsWithTheSameContentShareAFile() {
        FakeGlpi glpi = GLPI.fake();
        glpi.addDocument("a.txt", bytes("hello"));
        glpi.addDocument("b.txt", bytes("hello"));

        assertThat(purge(1).at("/0/message").textValue()).isEmpty();
        assertThat(onlyDocument(glpi).bytes()).hasValue(bytes("hello"));
        assertThat(purge(2).at("/0/message").textValue()).startsWith("Successful deletion of the file TXT/aa/");
        assertThat(glpi.documents()).isEmpty();
    }

    private JsonNode purge(int id) {
        return call("DELETE", "/Document/" + id + "?force_purge=true").send().json();
    }

    @ParameterizedTest
    @CsvSource({"10.0.19, 200", "11.0.6, 500"})
    void aDocumentWithoutFileSendsAText(String version, int status) {
        try (FakeGlpi glpi = FakeGlpi.builder().version(version).start()) {
            String token = login(glpi, "glpi");
            Upload.of(NOTE).file("a.exe", "x").send(glpi, token);

            Reply reply = call(glpi, "GET", "/Document/1", token)
                    .header("Accept", OCTETS)
                    .send();

            assertThat(reply.status()).isEqualTo(status);
            if (status == 200) {
                assertThat(reply.body()).startsWith("Error opening file /");
                assertThat(reply.headers())
                        .containsEntry("Content-disposition", "attachment; filename=\"\"; filename*=utf-8''")
                        .containsEntry("Etag", "d41d8cd98f00b204e9800998ecf8427e")
                        .doesNotContainKey("Content-Type");
            }
        }
    }

    @Test
    void deletedDocumentsAreInTheTrash() {
        FakeGlpi glpi = GLPI.fake();
        glpi.addDocument("a.txt", bytes("hello"));

        for (int i = 0; i < 2; i++) {
            Reply reply = call("DELETE", "/Document/1").send();
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).isEqualTo("[{\"1\":true,\"message\":\"\"}]");
            assertThat(onlyDocument(glpi).isInTrash()).isTrue();
        }
        assertThat(call("GET", "/Document/1").send().json().path("is_deleted").intValue())
                .isEqualTo(1);
        assertThat(call("GET", "/Document/1?alt=media").send().body()).isEqualTo("hello");
    }

    @Test
    void purgedDocumentsAreGone() {
        GLPI.fake().addDocument("a.txt", bytes("hello"));

        assertThat(purge(1).at("/0/1").booleanValue()).isTrue();

        assertThat(GLPI.fake().documents()).isEmpty();
        assertThat(call("GET", "/Document/1").send().outcome()).isEqualTo("404 ERROR_ITEM_NOT_FOUND");
        Reply again = call("DELETE", "/Document/1?force_purge=true").send();
        assertThat(again.outcome()).isEqualTo("400 ERROR_GLPI_DELETE");
        assertThat(again.message()).isEqualTo("Item not found");
    }

    @ParameterizedTest
    @CsvSource({"7, 400 ERROR_GLPI_DELETE, 400 ERROR_GLPI_DELETE", "8, 200, 400 ERROR_GLPI_DELETE", "24, 200, 200"})
    void deletingNeedsARight(int right, String delete, String purge) {
        FakeGlpi glpi = GLPI.fake();
        glpi.addUser(user(FakeProfile.superAdmin().withRight("document", right)));
        glpi.addDocument("a.txt", bytes("hello"));
        session = login(glpi, "user");

        assertThat(call("DELETE", "/Document/1").send().outcome()).isEqualTo(delete);
        assertThat(call("DELETE", "/Document/1?force_purge=true").send().outcome())
                .isEqualTo(purge);
    }

    @ParameterizedTest
    @CsvSource({"10.0.19, hello, 1", "11.0.6, '[{\"1\":true,\"message\":\"\"}]', 1"})
    void before11ADeletionThatAcceptsTheFileSendsIt(String version, String body, int left) {
        try (FakeGlpi glpi = FakeGlpi.builder().version(version).start()) {
            glpi.addDocument("a.txt", bytes("hello"));

            assertThat(call(glpi, "DELETE", "/Document/1", login(glpi, "glpi"))
                            .header("Accept", OCTETS)
                            .send()
                            .body())
                    .isEqualTo(body);
            assertThat(glpi.documents()).hasSize(left);
            assertThat(onlyDocument(glpi).isInTrash()).isEqualTo(version.startsWith("11"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "GET", "DELETE"})
    void everythingNeedsASession(String method) {
        GLPI.fake().addDocument("a.txt", bytes("hello"));
        String path = method.equals("POST") ? "/Document" : "/Document/1?alt=media";

        Reply missing = Wire.of(method, GLPI.url() + path).json().send();

        assertThat(missing.outcome()).isEqualTo("400 ERROR_SESSION_TOKEN_MISSING");
        assertThat(call(GLPI.fake(), method, path, "unknown").send().outcome())
                .isEqualTo("401 ERROR_SESSION_TOKEN_INVALID");
        assertThat(onlyDocument(GLPI.fake()).isInTrash()).isFalse();
    }

    @Test
    void otherCallsAreNotKnown() {
        for (Wire other : List.of(
                call("GET", "/Document"),
                call("DELETE", "/Document/abc"),
                call("PUT", "/Document/1").body("{\"input\":{\"name\":\"x\"}}"),
                call("POST", "/Document").body("{\"input\":[{\"name\":\"x\"}]}"))) {
            assertThat(other.send().outcome()).isEqualTo("400 ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM");
        }
    }

    @Test
    void aResetForgetsThem() {
        FakeGlpi glpi = GLPI.fake();
        glpi.addDocument("a.txt", bytes("hello"));

        glpi.reset();

        assertThat(glpi.documents()).isEmpty();
        assertThat(glpi.addDocument("b.txt", bytes("x"))).isEqualTo(1);
    }

    @Test
    void aViewIsNotTheDocument() {
        FakeGlpi glpi = GLPI.fake();
        byte[] given = bytes("hello");
        glpi.addDocument("a.txt", given);
        FakeDocument view = onlyDocument(glpi);

        given[0] = 'j';
        view.bytes().orElseThrow()[0] = 'c';

        assertThat(view.bytes()).hasValue(bytes("hello"));
        assertThat(onlyDocument(glpi).bytes()).hasValue(bytes("hello"));
        assertThat(view).hasToString("FakeDocument[1, a.txt]");
    }

    @Test
    void theLimitOfTheWebServerCanBeSet() {
        try (FakeGlpi glpi = FakeGlpi.builder().maxBodyBytes(3 * 1024 * 1024).start()) {
            String token = login(glpi, "glpi");

            Reply good = Upload.of(NOTE)
                    .file("filename[0]", "a.zip", new byte[2 * 1024 * 1024])
                    .send(glpi, token);
            Reply tooMuch = Upload.of(NOTE)
                    .file("filename[0]", "b.zip", new byte[3 * 1024 * 1024])
                    .send(glpi, token);

            assertThat(good.status()).isEqualTo(201);
            assertThat(tooMuch.status()).isEqualTo(413);
            assertThat(tooMuch.contentType()).isEqualTo("text/html");
            assertThat(onlyDocument(glpi).bytes().orElseThrow()).hasSize(2 * 1024 * 1024);
            assertThat(call(glpi, "GET", "/Document/1?alt=media", token).send().bytes())
                    .hasSize(2 * 1024 * 1024);
        }
    }

    @Test
    void limitsAreNotNegative() {
        FakeGlpiBuilder builder = FakeGlpi.builder();

        assertThatThrownBy(() -> builder.maxBodyBytes(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.documentMaxSize(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
