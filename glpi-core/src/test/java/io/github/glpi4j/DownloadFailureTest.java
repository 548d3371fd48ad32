package io.github.glpi4j;

import static io.github.glpi4j.Downloads.FILE;
import static io.github.glpi4j.Downloads.client;
import static io.github.glpi4j.Downloads.transport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.Downloads.Writer;
import io.github.glpi4j.document.DownloadedDocument;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.Transport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A download that fails leaves the destination alone, and no other file. */
@Execution(ExecutionMode.CONCURRENT)
class DownloadFailureTest {

    private final Downloads downloads;

    DownloadFailureTest(@TempDir Path folder) throws IOException {
        downloads = Downloads.in(folder);
    }

    static Stream<Arguments> noFiles() {
        return Stream.of(
                Arguments.of(404, StubGlpi.JSON, "[\"ERROR_ITEM_NOT_FOUND\",\"\"]", GlpiNotFoundException.class, "404"),
                Arguments.of(
                        403, StubGlpi.JSON, "[\"ERROR_RIGHT_MISSING\",\"\"]", GlpiPermissionException.class, "right"),
                Arguments.of(
                        401,
                        StubGlpi.JSON,
                        "[\"ERROR_SESSION_TOKEN_INVALID\",\"\"]",
                        GlpiAuthenticationException.class,
                        "Session"),
                Arguments.of(
                        200,
                        "text/html",
                        "Error file /var/glpi/x does not exist",
                        GlpiNotFoundException.class,
                        "not on the server's disk"),
                Arguments.of(
                        404,
                        "text/html",
                        "<html><title>Objet introuvable - GLPI</title></html>",
                        GlpiNotFoundException.class,
                        "not on the server's disk"),
                Arguments.of(
                        404,
                        "text/html",
                        "<html><title>404 Not Found</title></html>",
                        GlpiProtocolException.class,
                        "Base URL"),
                Arguments.of(
                        200,
                        "text/html",
                        "Error opening file /var/glpi/",
                        GlpiProtocolException.class,
                        "it has no file"),
                Arguments.of(
                        200,
                        "text/html",
                        "<html><title>GLPI</title>maintenance mode</html>",
                        GlpiProtocolException.class,
                        "instead of the file of a document"),
                Arguments.of(200, StubGlpi.JSON, "{\"id\":7}", GlpiProtocolException.class, "JSON instead of the file"),
                Arguments.of(200, "text/html", "", GlpiProtocolException.class, "empty"),
                Arguments.of(302, "text/html", "", GlpiProtocolException.class, "redirect"),
                Arguments.of(500, "text/html", "<h1>down</h1>", GlpiProtocolException.class, "500"));
    }

    @ParameterizedTest
    @MethodSource("noFiles")
    void aResponseWithoutAFileLeavesTheDestinationAlone(
            int status, String type, String body, Class<?> failure, String words) {
        for (StubGlpi.Way way : StubGlpi.Way.values()) {
            StubGlpi stub = StubGlpi.answering(status, type, body);
            try (GlpiClient glpi = stub.client(way).maxRetries(0).build()) {
                assertThatThrownBy(() -> downloads.download(way, glpi))
                        .isExactlyInstanceOf(failure)
                        .hasMessageContaining(words)
                        .hasMessageContaining("downloadDocument");
            }
            downloads.assertUnchanged();
        }
    }

    /** GLPI 10 sends an error under the name of a file, which is empty. */
    @Test
    void refusesAFileWithAnEmptyName() {
        Transport transport = transport(
                StubGlpi.Way.BLOCKING_EXECUTE,
                Headers.of("Content-disposition", "attachment; filename=\"\"; filename*=utf-8''"),
                (target, exchange) -> Writer.THROUGH_SINK.write(target, exchange, "Error opening file /var/glpi/"));
        try (GlpiClient glpi = client(transport).build()) {
            assertThatThrownBy(() -> downloads.download(StubGlpi.Way.BLOCKING_EXECUTE, glpi))
                    .isInstanceOf(GlpiProtocolException.class)
                    .hasMessageContaining("it has no file");
        }
        downloads.assertUnchanged();
    }

    /** The file would be stored compressed. */
    @Test
    void refusesAnEncodedFile() {
        Headers packed = Headers.of("Content-Disposition", "filename=\"x\"", "Content-Encoding", "br");
        Transport transport = transport(
                StubGlpi.Way.BLOCKING_EXECUTE, packed, (target, exchange) -> target.write(new byte[] {1, 2}, 0, 2));
        try (GlpiClient glpi = client(transport).build()) {
            assertThatThrownBy(() -> downloads.download(StubGlpi.Way.BLOCKING_EXECUTE, glpi))
                    .isInstanceOf(GlpiProtocolException.class)
                    .hasMessageContaining("encoding");
        }
        downloads.assertUnchanged();
    }

    @ParameterizedTest
    @MethodSource("io.github.glpi4j.Downloads#everyWay")
    void aBrokenDownloadLeavesNothing(StubGlpi.Way way, Writer writer) {
        Transport transport = transport(way, FILE, (target, exchange) -> {
            writer.write(target, exchange, "hel");
            throw new IOException("connection reset");
        });
        try (GlpiClient glpi = client(transport).build()) {
            assertThatThrownBy(() -> downloads.download(way, glpi))
                    .isExactlyInstanceOf(GlpiTransportException.class)
                    .hasMessageContaining("connection reset");
            downloads.assertUnchanged();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anErrorInTheTransportLeavesNothing(StubGlpi.Way way) {
        Transport transport = transport(way, FILE, (target, exchange) -> {
            target.write(new byte[1], 0, 1);
            throw new AssertionError("a bug");
        });
        try (GlpiClient glpi = client(transport).build()) {
            assertThatThrownBy(() -> downloads.download(way, glpi)).hasStackTraceContaining("a bug");
            downloads.assertUnchanged();
        }
    }

    @ParameterizedTest
    @EnumSource
    void reportsAMissingDirectory(StubGlpi.Way way) throws IOException {
        Path gone = Files.createDirectory(downloads.folder().resolve("gone"));
        Transport transport = transport(way, FILE, (target, exchange) -> target.write(new byte[3], 0, 3));
        try (GlpiClient glpi = client(transport).build()) {
            Call<DownloadedDocument> call = glpi.session("session").documents().download(7, gone.resolve("x"));
            Files.delete(gone);
            assertThatThrownBy(() -> way.run(call))
                    .isExactlyInstanceOf(GlpiTransportException.class)
                    .hasMessageContaining("the file cannot be written")
                    .hasMessageContaining("NoSuchFileException");
        }
        downloads.assertUnchanged();
    }

    @ParameterizedTest
    @EnumSource
    void reportsADestinationThatCannotBeReplaced(StubGlpi.Way way) throws IOException {
        Path late = downloads.folder().resolve("late");
        Transport transport = transport(way, FILE, (target, exchange) -> {
            target.write(new byte[3], 0, 3);
            Files.createDirectories(late.resolve("full"));
        });
        try (GlpiClient glpi = client(transport).build()) {
            Call<DownloadedDocument> call = glpi.session("session").documents().download(7, late);
            assertThatThrownBy(() -> way.run(call))
                    .isExactlyInstanceOf(GlpiTransportException.class)
                    .hasMessageContaining("the file cannot be written");
        }
        assertThat(downloads.folder().toFile().list()).containsExactlyInAnyOrder("note.txt", "late");
    }

    /** A closed file system throws a runtime exception. */
    @ParameterizedTest
    @EnumSource
    void reportsAClosedFileSystem(StubGlpi.Way way, @TempDir Path other) throws IOException {
        Path zip = other.resolve("files.zip");
        Transport transport = transport(way, FILE, (target, exchange) -> target.write(new byte[3], 0, 3));
        try (GlpiClient glpi = client(transport).build()) {
            Call<DownloadedDocument> call;
            try (FileSystem packed =
                    FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), Map.of("create", "true"))) {
                call = glpi.session("session").documents().download(7, packed.getPath("/in.txt"));
                assertThat(way.run(call).file()).hasSize(3);
            }
            assertThatThrownBy(() -> way.run(call))
                    .isExactlyInstanceOf(GlpiTransportException.class)
                    .hasMessageContaining("the file cannot be written")
                    .hasMessageContaining("ClosedFileSystemException");
        }
    }

    @Test
    void refusesInvalidArgumentsAtOnce() {
        StubGlpi stub = StubGlpi.answering(200, StubGlpi.JSON, "true");
        try (GlpiClient glpi = stub.client().build()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> glpi.session().documents().download(0, downloads.destination()));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> glpi.session()
                            .documents()
                            .download(7, downloads.folder().getRoot()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void checksTheDestinationOnEachExecutionBeforeSending(StubGlpi.Way way) throws IOException {
        StubGlpi stub = StubGlpi.answering(200, StubGlpi.JSON, "true");
        Path late = downloads.folder().resolve("late");
        try (GlpiClient glpi = stub.client(way).build()) {
            Call<DownloadedDocument> intoLate =
                    glpi.session("session").documents().download(7, late.resolve("file"));
            for (Call<DownloadedDocument> call : List.of(
                    intoLate,
                    glpi.session("session").documents().download(7, downloads.folder()),
                    glpi.session("session").documents().download(7, Path.of("/dev/null")))) {
                assertThatThrownBy(() -> way.run(call))
                        .isInstanceOfSatisfying(
                                GlpiTransportException.class,
                                e -> assertThat(e.mayHaveBeenSent()).isFalse())
                        .hasMessageContaining("not sent: the file cannot be written");
            }
            assertThat(stub.requests()).isEmpty();

            Files.createDirectory(late);
            assertThatThrownBy(() -> way.run(intoLate)).isInstanceOf(GlpiProtocolException.class);
            assertThat(stub.requests()).isNotEmpty();
        }
    }
}
