package io.github.glpi4j;

import static io.github.glpi4j.Downloads.FILE;
import static io.github.glpi4j.Downloads.await;
import static io.github.glpi4j.Downloads.client;
import static io.github.glpi4j.Downloads.transport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.Downloads.Body;
import io.github.glpi4j.Downloads.Writer;
import io.github.glpi4j.document.DownloadedDocument;
import io.github.glpi4j.transport.AsyncTransport;
import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A download writes the complete file, whether through the sink or by the transport itself. */
@Execution(ExecutionMode.CONCURRENT)
class DownloadTest {

    private final Downloads downloads;

    DownloadTest(@TempDir Path folder) throws IOException {
        downloads = Downloads.in(folder);
    }

    @ParameterizedTest
    @MethodSource("io.github.glpi4j.Downloads#everyWay")
    void writesTheCompleteFile(StubGlpi.Way way, Writer writer) {
        Transport transport = transport(way, FILE, (target, exchange) -> {
            writer.write(target, exchange, "hello ");
            assertThat(downloads.destination()).hasContent("of before");
            writer.write(target, exchange, "GLPI");
        });
        try (GlpiClient glpi = client(transport).build()) {
            assertThat(downloads.download(way, glpi))
                    .isEqualTo(new DownloadedDocument(
                            downloads.destination(), "Zürich+ note.txt", "text/plain;charset=UTF-8"));
        }
        assertThat(downloads.destination()).hasContent("hello GLPI");
        assertThat(downloads.folder().toFile().list()).containsExactly("note.txt");
    }

    @Test
    void requestsTheFileUncompressedInItsSession() {
        StubGlpi stub = StubGlpi.replying(request -> TransportResponse.of(200, FILE, ByteBuffer.wrap(new byte[9])));
        try (GlpiClient glpi = stub.client().appToken("app").build()) {
            assertThat(downloads.download(StubGlpi.Way.BLOCKING_EXECUTE, glpi).file())
                    .hasSize(9);
        }
        TransportRequest request = stub.onlyRequest();
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.target()).isEqualTo("/glpi/apirest.php/Document/7");
        assertThat(request.headers().allValues("Accept")).containsExactly("application/octet-stream");
        assertThat(request.headers().allValues("Accept-Encoding")).containsExactly("identity");
        assertThat(request.headers().allValues("Session-Token")).containsExactly("session");
        assertThat(request.headers().allValues("App-Token")).containsExactly("app");
    }

    @ParameterizedTest
    @EnumSource
    void acceptsAnEmptyFile(StubGlpi.Way way) {
        try (GlpiClient glpi =
                client(transport(way, FILE, (target, exchange) -> {})).build()) {
            assertThat(downloads.download(way, glpi).file()).isEmptyFile();
        }
        assertThat(downloads.folder().toFile().list()).containsExactly("note.txt");
    }

    @ParameterizedTest
    @CsvSource({
        "attachment; filename=\"a \\\"b\\\" c.txt\", a \"b\" c.txt",
        "inline; filename=\"x.png\"; filename*=UTF-8''%E2%82%AC.png, €.png",
        "attachment; filename*=utf-8''100%, 100%",
        "attachment; filename=note.txt; size=4, note.txt",
        "attachment; filename=x; filename*=utf-8'en'a%20b, a b",
    })
    void readsTheFileName(String disposition, String name) {
        Transport transport =
                transport(StubGlpi.Way.BLOCKING_EXECUTE, Headers.of("Content-Disposition", disposition), (t, e) -> {});
        try (GlpiClient glpi = client(transport).build()) {
            assertThat(downloads.download(StubGlpi.Way.BLOCKING_EXECUTE, glpi).fileName())
                    .isEqualTo(name);
        }
    }

    @Test
    void readsAFileNameAsLongAsAHeader() {
        String name = "a".repeat(30_000);
        Headers headers = Headers.of("Content-Disposition", "attachment; filename=\"" + name + "\"");
        try (GlpiClient glpi = client(transport(StubGlpi.Way.BLOCKING_EXECUTE, headers, (target, exchange) -> {}))
                .build()) {
            assertThat(downloads.download(StubGlpi.Way.BLOCKING_EXECUTE, glpi).fileName())
                    .isEqualTo(name);
        }
    }

    /** Test doubles return responses that were never written to a sink. */
    @ParameterizedTest
    @EnumSource
    void acceptsAResponseThatPassedNoSink(StubGlpi.Way way) {
        TransportResponse byHand = TransportResponse.of(200, FILE, ByteBuffer.wrap(new byte[] {'h', 'i'}));
        BlockingTransport blocking = (request, exchange) -> byHand;
        AsyncTransport async = (request, exchange) -> CompletableFuture.completedFuture(byHand);
        boolean blocks = way == StubGlpi.Way.BLOCKING_EXECUTE || way == StubGlpi.Way.BLOCKING_ASYNC;
        try (GlpiClient glpi = client(blocks ? blocking : async).build()) {
            assertThat(downloads.download(way, glpi).file()).hasContent("hi");
        }
    }

    private static Headers withEtag(String etag) {
        return Headers.of("Content-Disposition", "attachment; filename=\"note.txt\"", "Etag", etag);
    }

    /** GLPI 10 and 11 send it without quotes, against the standard. */
    @ParameterizedTest
    @ValueSource(strings = {"%s", "\"%s\""})
    void acceptsAFileThatMatchesItsEtag(String form) throws IOException {
        Headers headers = withEtag(String.format(form, "49F68A5C8493EC2C0BF489821C21FC3B"));
        for (StubGlpi.Way way : StubGlpi.Way.values()) {
            for (Writer writer : Writer.values()) {
                Body body = (target, exchange) -> {
                    writer.write(target, exchange, "h");
                    writer.write(target, exchange, "i");
                };
                try (GlpiClient glpi = client(transport(way, headers, body)).build()) {
                    assertThat(downloads.download(way, glpi).file()).hasContent("hi");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.glpi4j.Downloads#everyWay")
    void refusesAFileThatDiffersFromItsEtag(StubGlpi.Way way, Writer writer) {
        Headers headers = withEtag("49f68a5c8493ec2c0bf489821c21fc3b");
        Transport transport = transport(
                way, headers, (target, exchange) -> writer.write(target, exchange, "<br />PHP Notice<br />hi"));
        try (GlpiClient glpi = client(transport).build()) {
            assertThatThrownBy(() -> downloads.download(way, glpi))
                    .isExactlyInstanceOf(GlpiTransportException.class)
                    .hasMessageContaining("its MD5 differs from the ETag");
        }
        downloads.assertUnchanged();
    }

    @ParameterizedTest
    @EnumSource
    void refusesAnEmptyBodyWithAnEtag(StubGlpi.Way way) {
        Transport transport = transport(way, withEtag("49f68a5c8493ec2c0bf489821c21fc3b"), (target, exchange) -> {});
        try (GlpiClient glpi = client(transport).build()) {
            assertThatThrownBy(() -> downloads.download(way, glpi)).hasMessageContaining("ETag");
        }
        downloads.assertUnchanged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"49f68a5c8493ec2c0bf489821c21fc3b\"", "\"5f3-60a\"", "\"\""})
    void ignoresAnEtagThatIsNoMd5(String etag) {
        Transport transport = transport(
                StubGlpi.Way.BLOCKING_EXECUTE,
                withEtag(etag),
                (target, exchange) -> Writer.THROUGH_SINK.write(target, exchange, "other"));
        try (GlpiClient glpi = client(transport).build()) {
            assertThat(downloads.download(StubGlpi.Way.BLOCKING_EXECUTE, glpi).file())
                    .hasContent("other");
        }
    }

    private static Stream<Arguments> verifiable() {
        return Stream.of(
                Arguments.of("Content-Length", "2", false, true),
                Arguments.of("Transfer-Encoding", "chunked", false, true),
                Arguments.of("ETag", "49f68a5c8493ec2c0bf489821c21fc3b", false, true),
                Arguments.of("X-Other", "1", true, true), // HTTP/2
                Arguments.of("X-Other", "1", false, false));
    }

    /** Over TLS, a body that ends with its connection may be truncated unnoticed. */
    @ParameterizedTest
    @MethodSource("verifiable")
    void refusesAFileOfUnknownLengthOverTls(String name, String value, boolean marked, boolean accepted)
            throws IOException {
        Headers headers = Headers.of("Content-Disposition", "attachment; filename=\"note.txt\"", name, value);
        for (Writer writer : Writer.values()) {
            BlockingTransport transport = (request, exchange) -> {
                if (marked) {
                    exchange.marksEndOfBody();
                }
                ResponseSink target = exchange.responseStarted(200, headers);
                (target.file().isPresent() ? writer : Writer.THROUGH_SINK).write(target, exchange, "hi");
                return target.response();
            };
            Files.writeString(downloads.destination(), "of before");
            try (GlpiClient glpi = GlpiClient.builder("https://localhost/glpi")
                    .listener(new RecordingListener())
                    .transport(transport)
                    .build()) {
                if (accepted) {
                    assertThat(downloads
                                    .download(StubGlpi.Way.BLOCKING_EXECUTE, glpi)
                                    .file())
                            .hasContent("hi");
                } else {
                    assertThatThrownBy(() -> downloads.download(StubGlpi.Way.BLOCKING_EXECUTE, glpi))
                            .isExactlyInstanceOf(GlpiTransportException.class)
                            .hasMessageContaining("neither a length nor a checksum");
                    downloads.assertUnchanged();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.glpi4j.Downloads#everyWay")
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void keepsThePermissionsOfAReplacedFile(StubGlpi.Way way, Writer writer) throws IOException {
        for (String mode : List.of("rw-------", "r--------", "rw-rw-r--")) {
            Files.setPosixFilePermissions(downloads.destination(), PosixFilePermissions.fromString(mode));
            Transport transport = transport(way, FILE, (target, exchange) -> {
                writer.write(target, exchange, "secret");
                assertThat(partPermissions()).isEqualTo("rw-------");
            });
            try (GlpiClient glpi = client(transport).build()) {
                assertThat(downloads.download(way, glpi).file()).isNotEmptyFile();
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(downloads.destination())))
                    .isEqualTo(mode);
        }
    }

    private String partPermissions() throws IOException {
        try (Stream<Path> files = Files.list(downloads.folder())) {
            Path part = files.filter(file -> file.toString().endsWith(".part"))
                    .findFirst()
                    .orElseThrow();
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(part));
        }
    }

    /** More than a client has connections by default: each holds the thread on which its file arrived. */
    @Test
    void aCallbackMayWaitForAnotherDownload() {
        int many = 25;
        CountDownLatch allHold = new CountDownLatch(many);
        CountDownLatch allAsked = new CountDownLatch(1);
        Transport transport = transport(StubGlpi.Way.ASYNC_ASYNC, FILE, (target, exchange) -> {
            await(allAsked); // otherwise callbacks might run on the calling thread
            target.write(new byte[] {'h', 'i'}, 0, 2);
        });
        try (GlpiClient glpi = client(transport).build()) {
            CompletableFuture<?>[] all = IntStream.range(0, many)
                    .mapToObj(i -> glpi.session("session")
                            .documents()
                            .download(7, downloads.folder().resolve("first" + i))
                            .executeAsync()
                            .thenApply(first -> {
                                allHold.countDown();
                                try {
                                    await(allHold);
                                } catch (IOException e) {
                                    throw new CompletionException(e);
                                }
                                return glpi.session("session")
                                        .documents()
                                        .download(7, downloads.folder().resolve("second" + i))
                                        .execute();
                            }))
                    .toArray(CompletableFuture<?>[]::new);
            allAsked.countDown();
            assertThat(CompletableFuture.allOf(all)).succeedsWithin(Duration.ofSeconds(30));
        }
        assertThat(downloads.folder().toFile().list()).hasSize(1 + 2 * many);
    }
}
