package io.github.glpi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.document.UploadDocument;
import io.github.glpi4j.document.UploadedDocument;
import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An upload is complete when GLPI has the file; and one that happened is never lost, whatever the response is. */
class UploadCheckTest {

    private static final String SHA1 = "aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d";
    private static final String OTHER_SHA1 = "b858cb282617fb0956d960215c8e84d1ccf909c6";
    private static final String KEPT = kept("\"note.txt\"", "\"" + SHA1 + "\"");
    private static final String STORED = "{\"id\":7,\"message\":\"Item successfully added: n\",\"upload_result\":"
            + "{\"filename\":[{\"name\":\"6b04.42note.txt\",\"display\":\"note.txt\"}]}}";
    private static final String LOCATION = "https://glpi.example.org/glpi/api.php/v1/Document/7";
    private static final String WARNING = "<br />\n<b>Warning</b>:  Undefined array key x in <b>/x.php</b><br />\n";

    @TempDir
    private Path folder;

    private static String kept(String fileName, String sha1) {
        return "{\"id\":7,\"name\":\"n\",\"filename\":" + fileName + ",\"sha1sum\":" + sha1 + ",\"is_deleted\":0}";
    }

    private static UploadDocument hello(GlpiClient client) {
        return client.session("session").documents().upload("note.txt", "hello".getBytes(StandardCharsets.UTF_8));
    }

    private static StubGlpi glpi(TransportResponse posted, StubGlpi.Reply readBack) {
        return StubGlpi.replying(request -> switch (request.method()) {
            case "POST" -> posted;
            case "DELETE" -> StubGlpi.response(200, StubGlpi.JSON, "[{\"7\":true,\"message\":\"\"}]");
            default -> readBack.to(request);
        });
    }

    private static StubGlpi keeping(String document) {
        return glpi(
                StubGlpi.response(201, StubGlpi.JSON, STORED), get -> StubGlpi.response(200, StubGlpi.JSON, document));
    }

    private static List<String> sent(StubGlpi glpi) {
        return glpi.requests().stream().map(TransportRequest::method).toList();
    }

    @ParameterizedTest
    @EnumSource
    void aDocumentWithTheFileIsConfirmed(StubGlpi.Way way) throws IOException {
        Path file = Files.writeString(folder.resolve("note.txt"), "hello");
        StubGlpi glpi = keeping(KEPT);
        try (GlpiClient client = glpi.client(way).build()) {
            assertThat(way.run(hello(client))).isEqualTo(new UploadedDocument(7, "note.txt", true, ""));
            assertThat(way.run(client.session("session").documents().upload(file))
                            .confirmed())
                    .isTrue();
        }
        assertThat(glpi.requests().get(1).headers().allValues("Session-Token")).containsExactly("session");
        assertThat(glpi.requests().get(1).headers().allValues("X-GLPI-Sanitized-Content"))
                .containsExactly("false");
    }

    @ParameterizedTest
    @EnumSource
    void aDocumentWithoutTheFileIsRemovedAndAFailure(StubGlpi.Way way) {
        for (String document :
                List.of(kept("null", "null"), kept("\"\"", "\"\""), kept("\"note.txt\"", "\"" + OTHER_SHA1 + "\""))) {
            StubGlpi glpi = keeping(document);
            try (GlpiClient client = glpi.client(way).build()) {
                assertThatThrownBy(() -> way.run(hello(client)))
                        .isInstanceOfSatisfying(
                                GlpiApiException.class,
                                e -> assertThat(e.code()).isEqualTo("GLPI4J_FILE_REFUSED"))
                        .hasMessageContaining("is removed");
            }
            assertThat(sent(glpi)).containsExactly("POST", "GET", "DELETE");
        }
    }

    @Test
    void whatMayBeSomebodyElsesDocumentIsNotRemoved() {
        StubGlpi glpi = keeping(kept("\"plan.pdf\"", "\"" + OTHER_SHA1 + "\""));
        try (GlpiClient client = glpi.client().build()) {
            assertThatThrownBy(() -> hello(client).execute())
                    .hasMessageContaining("GLPI4J_FILE_REFUSED")
                    .hasMessageContaining("document 7 is left");
        }
        assertThat(sent(glpi)).containsExactly("POST", "GET");
    }

    /** GLPI up to 9.5 knows no header against it. */
    @Test
    void aNameThatGlpiEncodesIsTheSame() {
        StubGlpi glpi = keeping(kept("\"R&amp;D &lt;x&gt;.txt\"", "\"" + OTHER_SHA1 + "\""));
        try (GlpiClient client = glpi.client().build()) {
            UploadDocument upload = client.session("session").documents().upload("R&amp;D <x>.txt", new byte[] {1});
            assertThatThrownBy(upload::execute).hasMessageContaining("is removed");
        }
    }

    static Stream<StubGlpi.Reply> failedReadBacks() {
        return Stream.of(
                request -> StubGlpi.response(
                        403, StubGlpi.JSON, "[\"ERROR_RIGHT_MISSING\",\"You don't have permission\"]"),
                request -> StubGlpi.response(404, StubGlpi.JSON, "[\"ERROR_ITEM_NOT_FOUND\",\"Item not found\"]"),
                request -> StubGlpi.response(500, "text/html", "<html><title>Oops</title></html>"),
                request -> StubGlpi.response(200, "text/html", WARNING + KEPT),
                request -> StubGlpi.response(200, StubGlpi.JSON, "{\"id\":7}"),
                request -> StubGlpi.response(200, StubGlpi.JSON, KEPT.replace("7", "8")),
                request -> StubGlpi.response(200, StubGlpi.JSON, kept("\"note.txt\"", "null")),
                request -> {
                    throw new IOException("connection reset");
                });
    }

    @ParameterizedTest
    @MethodSource("failedReadBacks")
    void anUploadThatCannotBeReadBackHasHappened(StubGlpi.Reply readBack) {
        for (StubGlpi.Way way : StubGlpi.Way.values()) {
            StubGlpi glpi = glpi(StubGlpi.response(201, StubGlpi.JSON, STORED), readBack);
            try (GlpiClient client = glpi.client(way).maxRetries(0).build()) {
                UploadedDocument document = way.run(hello(client));
                assertThat(document.id()).isEqualTo(7);
                assertThat(document.fileName()).isEqualTo("note.txt");
                assertThat(document.confirmed()).isFalse();
                assertThat(document.note()).contains("document 7", "do not upload the file again");
            }
            assertThat(sent(glpi)).containsExactly("POST", "GET");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatChangesAfterwardsIsNoFailure(StubGlpi.Way way) throws IOException {
        Path file = Files.writeString(folder.resolve("note.txt"), "hello");
        StubGlpi glpi = glpi(StubGlpi.response(201, StubGlpi.JSON, STORED), get -> {
            Files.writeString(file, "hello, and more");
            return StubGlpi.response(200, StubGlpi.JSON, KEPT);
        });
        try (GlpiClient client = glpi.client(way).build()) {
            UploadedDocument document =
                    way.run(client.session("session").documents().upload(file));
            assertThat(document.id()).isEqualTo(7);
            assertThat(document.note()).contains("changed since it was sent");
        }
    }

    static Stream<Arguments> spoiltResponses() {
        return Stream.of(
                Arguments.of(201, STORED, ""),
                Arguments.of(201, "", LOCATION),
                Arguments.of(201, "<html><title>Created</title></html>", LOCATION),
                Arguments.of(201, "{\"id\":", LOCATION),
                Arguments.of(201, "{\"id\":7}", ""),
                Arguments.of(201, "[" + STORED + "]", ""),
                Arguments.of(201, WARNING + STORED, ""),
                Arguments.of(200, WARNING + STORED, ""),
                Arguments.of(201, STORED + WARNING, ""),
                Arguments.of(302, "<html>Moved</html>", LOCATION),
                Arguments.of(302, "", "/glpi/apirest.php/Document/7"),
                Arguments.of(500, "{\"error\":true,\"title\":\"Oops\"}", LOCATION));
    }

    @ParameterizedTest
    @MethodSource("spoiltResponses")
    void aSpoiltResponseLosesNoDocument(int status, String body, String location) {
        TransportResponse spoilt = location.isEmpty()
                ? StubGlpi.response(status, StubGlpi.JSON, body)
                : StubGlpi.response(status, StubGlpi.JSON, body, "Location", location);
        for (StubGlpi.Way way : StubGlpi.Way.values()) {
            StubGlpi glpi = glpi(spoilt, get -> StubGlpi.response(200, StubGlpi.JSON, KEPT));
            try (GlpiClient client = glpi.client(way).build()) {
                assertThat(way.run(hello(client))).isEqualTo(new UploadedDocument(7, "note.txt", true, ""));
            }
            assertThat(sent(glpi)).containsExactly("POST", "GET");
        }
    }

    /** The body breaks off, but the headers have told the id. */
    @Test
    void aBrokenConnectionLosesNoDocument() {
        List<String> methods = new CopyOnWriteArrayList<>();
        BlockingTransport breaking = (request, exchange) -> {
            methods.add(request.method());
            if (request.method().equals("POST")) {
                ResponseSink unused = exchange.responseStarted(201, Headers.of("Location", LOCATION));
                throw new IOException("connection reset");
            }
            ResponseSink target = exchange.responseStarted(200, Headers.of("Content-Type", StubGlpi.JSON));
            byte[] body = KEPT.getBytes(StandardCharsets.UTF_8);
            target.write(body, 0, body.length);
            return target.response();
        };
        try (GlpiClient client = GlpiClient.builder("http://localhost/glpi")
                .listener(new RecordingListener())
                .transport(breaking)
                .build()) {
            assertThat(hello(client).execute()).isEqualTo(new UploadedDocument(7, "note.txt", true, ""));
        }
        assertThat(methods).containsExactly("POST", "GET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><title>Created</title></html>", "{\"message\":\"added\"}", "[]"})
    void aDocumentOfUnknownIdIsToldAndNotMadeAgain(String body) {
        for (StubGlpi.Way way : StubGlpi.Way.values()) {
            StubGlpi glpi = StubGlpi.answering(201, StubGlpi.JSON, body);
            try (GlpiClient client = glpi.client(way).build()) {
                assertThatThrownBy(() -> way.run(hello(client)))
                        .isExactlyInstanceOf(GlpiProtocolException.class)
                        .hasMessageContaining("has made a new Document")
                        .hasMessageContaining("Do not repeat");
            }
            assertThat(sent(glpi)).containsExactly("POST");
        }
    }

    /** What only looks like a document's id, on a page or in a redirect, must not lead to somebody else's document. */
    @Test
    void nothingIsGuessed() {
        for (TransportResponse other : List.of(
                StubGlpi.response(200, "text/html", "<html><script>x({\"id\":5})</script></html>"),
                StubGlpi.response(302, "text/html", "", "Location", "https://sso.example.org/login/5"),
                StubGlpi.response(302, "text/html", "", "Location", "/glpi/apirest.php/Document"),
                StubGlpi.response(502, "text/html", "<html>{\"id\":5,\"message\":\"\"}</html>"))) {
            StubGlpi glpi = StubGlpi.replying(request -> other);
            try (GlpiClient client = glpi.client().build()) {
                assertThatThrownBy(() -> hello(client).execute()).isExactlyInstanceOf(GlpiProtocolException.class);
            }
            assertThat(sent(glpi)).containsExactly("POST");
        }
    }
}
