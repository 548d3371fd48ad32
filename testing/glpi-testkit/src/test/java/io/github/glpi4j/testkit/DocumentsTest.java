package io.github.glpi4j.testkit;

import static io.github.glpi4j.testkit.DocumentRequests.NOTE;
import static io.github.glpi4j.testkit.DocumentRequests.OCTETS;
import static io.github.glpi4j.testkit.DocumentRequests.binary;
import static io.github.glpi4j.testkit.DocumentRequests.bytes;
import static io.github.glpi4j.testkit.DocumentRequests.login;
import static io.github.glpi4j.testkit.DocumentRequests.onlyDocument;
import static io.github.glpi4j.testkit.DocumentRequests.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads, downloads and deletions of documents as recorded on GLPI 10.0.19, and how other versions differ. */
class DocumentsTest {
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

    @ParameterizedTest
    @CsvSource({
        "9.5.13, 401 ERROR_RIGHT_MISSING, 200",
        "10.0.19, 403 ERROR_RIGHT_MISSING, 200",
        "11.0.6, 403 ERROR_RIGHT_MISSING, 403 ERROR_RIGHT_MISSING"
    })
    void readingNeedsARightButDownloadingOnlyAsOf11(String version, String read, String download) {
        try (FakeGlpi glpi = FakeGlpi.builder()
                .version(version)
                .user(user(FakeProfile.superAdmin().withoutRight("document")))
                .start()) {
            int id = glpi.addDocument("a.txt", bytes("x"));
            String token = login(glpi, "user");

            assertThat(DocumentRequests.call(glpi, "GET", "/Document/" + id, token)
                            .send()
                            .outcome())
                    .isEqualTo(read);
            assertThat(DocumentRequests.call(glpi, "GET", "/Document/" + id, token)
                            .header("Accept", OCTETS)
                            .send()
                            .outcome())
                    .isEqualTo(download);
            assertThat(DocumentRequests.call(glpi, "GET", "/Document/99", token)
                            .header("Accept", OCTETS)
                            .send()
                            .outcome())
                    .isEqualTo("404 ERROR_ITEM_NOT_FOUND");
        }
    }

    @Test
    void acceptHeaderMustMatchExactly() {
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
    void downloadsCarryTheFileName() {
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
    void mediaTypesComeFromTheContent() {
        FakeGlpi glpi = GLPI.fake();
        glpi.addDocument("a.txt", bytes("%PDF-1.7 …"));
        glpi.addDocument("b.txt", binary());

        Reply pdf = call("GET", "/Document/1?alt=media").send();
        Reply other = call("GET", "/Document/2?alt=media").send();

        assertThat(pdf.contentType()).isEqualTo("application/pdf");
        // Types that browsers display are not attachments.
        assertThat(pdf.headers().get("Content-disposition")).startsWith("filename=");
        assertThat(other.contentType()).isEqualTo(OCTETS);
        assertThat(other.headers().get("Content-disposition")).startsWith("attachment; filename=");
    }

    @Test
    void knownDownloadIsNotRepeated() {
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
    void lostFileReturnsAPage(String version, int status) {
        try (FakeGlpi glpi = FakeGlpi.builder().version(version).start()) {
            int id = glpi.addDocument("a.txt", bytes("hello"));

            assertThat(glpi.loseFile(id)).isTrue();
            assertThat(glpi.loseFile(id)).isFalse();
            assertThat(glpi.loseFile(99)).isFalse();

            Reply reply = DocumentRequests.call(glpi, "GET", "/Document/" + id, login(glpi, "glpi"))
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
    void documentWithoutFileReturnsText(String version, int status) {
        try (FakeGlpi glpi = FakeGlpi.builder().version(version).start()) {
            String token = login(glpi, "glpi");
            Upload.of(NOTE).file("a.exe", "x").send(glpi, token);

            Reply reply = DocumentRequests.call(glpi, "GET", "/Document/1", token)
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
    void before11DeletionThatAcceptsTheFileSendsIt(String version, String body, int left) {
        try (FakeGlpi glpi = FakeGlpi.builder().version(version).start()) {
            glpi.addDocument("a.txt", bytes("hello"));

            assertThat(DocumentRequests.call(glpi, "DELETE", "/Document/1", login(glpi, "glpi"))
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
        assertThat(DocumentRequests.call(GLPI.fake(), method, path, "unknown")
                        .send()
                        .outcome())
                .isEqualTo("401 ERROR_SESSION_TOKEN_INVALID");
        assertThat(onlyDocument(GLPI.fake()).isInTrash()).isFalse();
    }

    @Test
    void documentsAreItems() {
        GLPI.fake().addDocument("a.txt", bytes("hello"));
        String id = "" + onlyDocument(GLPI.fake()).id();

        Reply renamed = call("PUT", "/Document/" + id)
                .body("{\"input\":{\"name\":\"x\"}}")
                .send();
        Reply added = call("POST", "/Document")
                .body("{\"input\":[{\"name\":\"y\"},{\"name\":\"z\"}]}")
                .send();
        Reply list = call("GET", "/Document?range=0-1").send();

        assertThat(renamed.body()).isEqualTo("[{\"" + id + "\":true,\"message\":\"\"}]");
        assertThat(added.status()).isEqualTo(201);
        assertThat(list.status()).isEqualTo(206);
        assertThat(list.headers()).containsEntry("Content-Range", "0-1/3");
        assertThat(list.json().path(0).path("filename").textValue()).isEqualTo("a.txt");
        assertThat(GLPI.fake().documents())
                .extracting(document -> document.name().orElseThrow())
                .containsExactly("x", "y", "z");
        assertThat(call("DELETE", "/Document/abc").send().outcome()).isEqualTo("400 ERROR_BAD_ARRAY");
    }

    @Test
    void resetRemovesDocuments() {
        FakeGlpi glpi = GLPI.fake();
        glpi.addDocument("a.txt", bytes("hello"));

        glpi.reset();

        assertThat(glpi.documents()).isEmpty();
        assertThat(glpi.addDocument("b.txt", bytes("x"))).isEqualTo(1);
    }

    @Test
    void snapshotsAreIndependent() {
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
    void webServerLimitIsConfigurable() {
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
            assertThat(DocumentRequests.call(glpi, "GET", "/Document/1?alt=media", token)
                            .send()
                            .bytes())
                    .hasSize(2 * 1024 * 1024);
        }
    }

    @Test
    void refusesNegativeLimits() {
        FakeGlpiBuilder builder = FakeGlpi.builder();

        assertThatThrownBy(() -> builder.maxBodyBytes(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.documentMaxSize(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
