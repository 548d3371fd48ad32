package io.github.glpi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.document.UploadDocument;
import io.github.glpi4j.document.UploadedDocument;
import io.github.glpi4j.transport.TransportRequest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes up with a file, and what becomes of it. */
class UploadTest {

    private static final String STORED = "{\"id\":7,\"message\":\"Item successfully added: n\",\"upload_result\":"
            + "{\"filename\":[{\"name\":\"6b04.42note.txt\",\"size\":11,\"display\":\"note.txt\",\"prefix\":\"6b04.42\"}]}}";
    private static final String REFUSED = "{\"id\":7,\"message\":\"Item successfully added: n\",\"upload_result\":"
            + "{\"filename\":[{\"name\":\"note.exe\",\"error\":\"Filetype not allowed\"}]}}";

    @TempDir
    private Path folder;

    private static final String KEPT =
            "{\"id\":7,\"filename\":\"note.txt\",\"sha1sum\":\"d1d93c33b3943af1f7057c17121cf9a9c1ef6f46\"}";

    private static final String KEPT_HELLO =
            "{\"id\":7,\"filename\":\"note.txt\",\"sha1sum\":\"aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d\"}";

    private final StubGlpi glpi = StubGlpi.replying(request -> request.method().equals("GET")
            ? StubGlpi.response(200, StubGlpi.JSON, KEPT)
            : StubGlpi.response(201, StubGlpi.JSON, STORED));

    private static String body(TransportRequest request) throws IOException {
        return new String(request.body().openStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static UploadDocument upload(GlpiClient client, Path file) {
        return client.session("session").documents().upload(file);
    }

    @ParameterizedTest
    @EnumSource
    void theFileGoesUpInItsForm(StubGlpi.Way way) throws IOException {
        Path file = Files.writeString(folder.resolve("note.txt"), "hello GLPI\n");
        try (GlpiClient client = glpi.client(way).build()) {
            assertThat(way.run(upload(client, file))).isEqualTo(new UploadedDocument(7, "note.txt"));
        }
        assertThat(glpi.requests()).hasSize(2);
        assertThat(glpi.requests().get(1)).hasToString("GET /glpi/apirest.php/Document/7");
        TransportRequest request = glpi.requests().get(0);
        assertThat(request).hasToString("POST /glpi/apirest.php/Document");
        assertThat(request.headers().allValues("Accept")).containsExactly("application/json");
        assertThat(request.headers().allValues("Session-Token")).containsExactly("session");
        String type = request.headers().allValues("Content-Type").get(0);
        assertThat(request.headers().allValues("Content-Type")).hasSize(1);
        assertThat(type).matches("multipart/form-data; boundary=[0-9a-z-]{40,70}");
        String boundary = type.substring(type.indexOf('=') + 1);
        assertThat(body(request))
                .isEqualTo("--" + boundary + "\r\n"
                        + "Content-Disposition: form-data; name=\"uploadManifest\"\r\n"
                        + "Content-Type: application/json\r\n\r\n"
                        + "{\"input\":{\"name\":\"note.txt\",\"_filename\":[\"note.txt\"]}}\r\n--" + boundary + "\r\n"
                        + "Content-Disposition: form-data; name=\"filename[0]\"; filename=\"note.txt\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n"
                        + "hello GLPI\n\r\n--" + boundary + "--\r\n");
    }

    @ParameterizedTest
    @EnumSource
    @EnabledOnOs(OS.LINUX)
    void aFileWithContentButNoLengthIsNotSent(StubGlpi.Way way) {
        try (GlpiClient client = glpi.client(way).build()) {
            assertThatThrownBy(() -> way.run(upload(client, Path.of("/proc/self/status"))))
                    .isExactlyInstanceOf(GlpiTransportException.class)
                    .hasMessageContaining("not sent: the file cannot be read")
                    .hasMessageContaining("has content but no length");
        }
        assertThat(glpi.requests()).isEmpty();
    }

    private String manifest(UnaryOperator<UploadDocument> choose) throws IOException {
        try (GlpiClient client = glpi.client().build()) {
            UploadDocument upload = client.session("session").documents().upload("a \"b\" €.txt", new byte[] {'x'});
            UploadDocument chosen = choose.apply(upload);
            // The stub keeps another file under another name.
            assertThatThrownBy(chosen::execute).hasMessageContaining("GLPI4J_FILE_REFUSED");
        }
        assertThat(glpi.requests()).hasSize(2);
        return body(glpi.requests().get(0));
    }

    @Test
    void theDocumentIsWhatWasChosen() throws IOException {
        assertThat(manifest(upload -> upload.name("Photo")
                        .comment("of the\n\"rack\"")
                        .entity(0)
                        .category(3)
                        .linkTo("Glpi\\Rack", 12)))
                .contains("{\"input\":{\"name\":\"Photo\",\"_filename\":[\"a \\\"b\\\" €.txt\"],"
                        + "\"comment\":\"of the\\n\\\"rack\\\"\",\"entities_id\":0,\"documentcategories_id\":3,"
                        + "\"itemtype\":\"Glpi\\\\Rack\",\"items_id\":12}}");
    }

    @Test
    void namesAreSentAsGlpiKeepsThem() throws IOException {
        assertThat(manifest(UnaryOperator.identity()))
                .contains("name=\"filename[0]\"; filename=\"a \\\"b\\\" €.txt\"\r\n");
    }

    @Test
    void aCallIsNotChangedByWhatIsChosen() throws IOException {
        assertThat(manifest(upload -> {
                    UploadDocument unused = upload.name("Other").timeout(Duration.ofSeconds(3));
                    return upload;
                }))
                .doesNotContain("Other");
    }

    /** GLPI answers 201 and makes a document without a file. */
    @ParameterizedTest
    @EnumSource
    void aRefusedFileLeavesNoDocument(StubGlpi.Way way) throws IOException {
        Path file = Files.writeString(folder.resolve("note.exe"), "MZ");
        StubGlpi refusing = StubGlpi.replying(request -> request.method().equals("DELETE")
                ? StubGlpi.response(200, StubGlpi.JSON, "[{\"7\":true,\"message\":\"\"}]")
                : StubGlpi.response(201, StubGlpi.JSON, REFUSED));
        try (GlpiClient client = refusing.client(way).build()) {
            assertThatThrownBy(() -> way.run(upload(client, file)))
                    .isInstanceOfSatisfying(GlpiApiException.class, e -> {
                        assertThat(e.code()).isEqualTo("GLPI4J_FILE_REFUSED");
                        assertThat(e.status()).isEqualTo(201);
                        assertThat(e.serverMessage()).isEqualTo("Filetype not allowed");
                        assertThat(e).hasMessageContaining("is removed").hasNoCause();
                    });
        }
        assertThat(refusing.requests()).hasSize(2);
        TransportRequest purge = refusing.requests().get(1);
        assertThat(purge.target()).isEqualTo("/glpi/apirest.php/Document/7?force_purge=true");
        assertThat(purge.headers().allValues("Session-Token")).containsExactly("session");
    }

    @ParameterizedTest
    @CsvSource({
        "File is too big, document_max_size",
        "The uploaded file exceeds the upload_max_filesize directive in php.ini, php.ini on GLPI's server",
        "File is too small, It is empty",
        "Failed to write file to disk, upload_tmp_dir",
        "Filetype not allowed, Document types",
        "Le fichier est trop gros, document_max_size"
    })
    void theLimitThatAFileExceedsIsNamed(String error, String hint) {
        StubGlpi refusing = StubGlpi.answering(
                201, StubGlpi.JSON, "{\"id\":7,\"upload_result\":[[{\"error\":\"" + error + "\"}]]}");
        try (GlpiClient client = refusing.client().build()) {
            UploadDocument upload = client.session("session").documents().upload("x.txt", new byte[1]);
            assertThatThrownBy(upload::execute).hasMessageContaining(hint);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "1", "[\"bad\"]", "{\"text\":\"bad\"}"})
    void anErrorThatIsNoTextIsAnError(String error) {
        StubGlpi refusing = StubGlpi.replying(request -> request.method().equals("DELETE")
                ? StubGlpi.response(200, StubGlpi.JSON, "[{\"7\":true}]")
                : StubGlpi.response(
                        201, StubGlpi.JSON, "{\"id\":\"7\",\"upload_result\":[[{\"error\":" + error + "}]]}"));
        try (GlpiClient client = refusing.client().build()) {
            UploadDocument upload = client.session("session").documents().upload("x.txt", new byte[1]);
            assertThatThrownBy(upload::execute).hasMessageContaining("GLPI4J_FILE_REFUSED");
        }
    }

    @Test
    void theReasonIsShownWithoutSecretsOnOneLine() {
        StubGlpi echoing = StubGlpi.answering(
                201,
                StubGlpi.JSON,
                "{\"id\":7,\"upload_result\":{\"filename\":[{\"error\":\"no session-canary\\nfake: app-canary\"}]}}");
        try (GlpiClient client = echoing.client().appToken("app-canary").build()) {
            UploadDocument upload = client.session("session-canary").documents().upload("x.txt", new byte[1]);
            assertThatThrownBy(upload::execute)
                    .hasMessageContaining("no *** fake: ***")
                    .satisfies(e -> assertThat(e.toString()).doesNotContain("canary"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "400 [\"ERROR_GLPI_DELETE\",[{\"7\":false,\"message\":\"You don't have permission\"}]]",
                "200 [{\"7\":false,\"message\":\"\"}]",
                "200 []"
            })
    void aDocumentWithoutFileThatIsLeftIsNamed(String answer) {
        StubGlpi refusing = StubGlpi.replying(request -> request.method().equals("DELETE")
                ? StubGlpi.response(Integer.parseInt(answer.substring(0, 3)), StubGlpi.JSON, answer.substring(4))
                : StubGlpi.response(201, StubGlpi.JSON, REFUSED));
        try (GlpiClient client = refusing.client().build()) {
            UploadDocument upload = client.session("session").documents().upload("x.exe", new byte[1]);
            assertThatThrownBy(upload::execute)
                    .isExactlyInstanceOf(GlpiApiException.class)
                    .hasMessageContaining("Filetype not allowed")
                    .hasMessageContaining("document 7 without it is left");
        }
    }

    /** Of a file whose name is no UTF-8, GLPI makes a document and says nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"upload_result\":[[{}]]}"})
    void noWordOfTheDocumentIsNoSuccess(String answer) {
        StubGlpi silent = StubGlpi.answering(201, StubGlpi.JSON, answer);
        try (GlpiClient client = silent.client().build()) {
            UploadDocument upload = client.session("session").documents().upload("x.txt", new byte[1]);
            assertThatThrownBy(upload::execute).isExactlyInstanceOf(GlpiProtocolException.class);
        }
        assertThat(silent.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void anUploadIsNeverSentTwice(StubGlpi.Way way) throws IOException {
        Path file = Files.writeString(folder.resolve("note.txt"), "hello");
        for (StubGlpi broken : new StubGlpi[] {
            StubGlpi.failing(new IOException("connection reset")), StubGlpi.answering(503, "text/html", "busy")
        }) {
            try (GlpiClient client = broken.client(way).build()) {
                assertThatThrownBy(() -> way.run(upload(client, file))).isInstanceOf(GlpiException.class);
            }
            assertThat(broken.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileIsCheckedOnEachExecutionBeforeAnythingIsSent(StubGlpi.Way way) throws IOException {
        Path file = folder.resolve("note.txt");
        try (GlpiClient client = glpi.client(way).build()) {
            UploadDocument upload = upload(client, file);
            Files.createDirectory(file);
            assertThatThrownBy(() -> way.run(upload)).hasMessageContaining("not a regular file");
            Files.delete(file);
            assertThatThrownBy(() -> way.run(upload)).isInstanceOfSatisfying(GlpiTransportException.class, e -> {
                assertThat(e.mayHaveBeenSent()).isFalse();
                assertThat(e).hasMessageContaining("the file cannot be read").hasMessageContaining("note.txt");
            });
        }
        assertThat(glpi.requests()).isEmpty();
    }

    /** A session that is gone was seen before the upload was: so it goes again, whole. */
    @ParameterizedTest
    @EnumSource
    void anUploadOutlivesItsSession(StubGlpi.Way way) throws IOException {
        Path file = Files.writeString(folder.resolve("note.txt"), "hello");
        AtomicInteger logins = new AtomicInteger();
        StubGlpi expiring = StubGlpi.replying(request -> {
            if (request.target().contains("initSession")) {
                return StubGlpi.response(
                        200,
                        StubGlpi.JSON,
                        "{\"session_token\":\"t" + logins.incrementAndGet() + "\"," + MiniGlpi.USABLE + "}");
            }
            if (request.target().contains("killSession")) {
                return StubGlpi.response(200, StubGlpi.JSON, "true");
            }
            if (request.target().contains("getGlpiConfig")) {
                return StubGlpi.response(200, StubGlpi.JSON, "{\"cfg_glpi\":{}}");
            }
            if (request.method().equals("GET")) {
                return StubGlpi.response(200, StubGlpi.JSON, KEPT_HELLO);
            }
            boolean alive = request.headers().allValues("Session-Token").contains("t2")
                    && body(request).contains("hello");
            return alive
                    ? StubGlpi.response(201, StubGlpi.JSON, STORED)
                    : StubGlpi.response(401, StubGlpi.JSON, "[\"ERROR_SESSION_TOKEN_INVALID\",\"\"]");
        });
        try (GlpiClient client = expiring.client(way).build()) {
            way.run(client.session()
                    .getGlpiConfig()); // the session has proved itself, so that its end is worth a login
            assertThat(way.run(client.session().documents().upload(file)).id()).isEqualTo(7);
        }
        assertThat(logins).hasValue(2);
    }

    @Test
    void whatCannotGoUpIsRefusedAtOnce() throws IOException {
        try (GlpiClient client = glpi.client().build()) {
            UploadDocument upload = client.session().documents().upload("x.txt", new byte[1]);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> client.session().documents().upload(" ", new byte[1]));
            assertThatIllegalArgumentException().isThrownBy(() -> upload.name(""));
            assertThatIllegalArgumentException().isThrownBy(() -> upload.comment("half \ud83d of a pair"));
            assertThatIllegalArgumentException().isThrownBy(() -> upload.entity(-1));
            assertThatIllegalArgumentException().isThrownBy(() -> upload.category(0));
            assertThatIllegalArgumentException().isThrownBy(() -> upload.linkTo("", 1));
            assertThatIllegalArgumentException().isThrownBy(() -> upload.linkTo("Ticket", 0));
            assertThatIllegalArgumentException().isThrownBy(() -> upload.timeout(Duration.ZERO));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> client.session().documents().upload(folder.getRoot()))
                    .withMessageContaining("no name");
        }
        assertThat(glpi.requests()).isEmpty();
    }

    /** A network file system that does not respond. */
    @ParameterizedTest
    @EnumSource(names = {"ASYNC_EXECUTE", "ASYNC_ASYNC"})
    @Timeout(60)
    void aFileSystemThatHangsDoesNotHoldUpTheCall(StubGlpi.Way way) {
        CountDownLatch never = new CountDownLatch(1);
        Path hanging = (Path) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Path.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getFileName")) {
                        return Path.of("x.txt");
                    }
                    never.await();
                    return null;
                });
        try (GlpiClient client = glpi.client(way).build()) {
            Call<?> upload = client.session().documents().upload(hanging).timeout(Duration.ofMillis(200));

            assertThatThrownBy(() -> way.run(upload))
                    .isInstanceOfSatisfying(
                            GlpiTimeoutException.class,
                            timeout -> assertThat(timeout.mayHaveBeenSent()).isFalse())
                    .hasMessageContaining("the file system did not answer");
        } finally {
            never.countDown();
        }
        assertThat(glpi.requests()).isEmpty();
    }
}
