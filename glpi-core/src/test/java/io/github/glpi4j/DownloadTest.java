package io.github.glpi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.document.DownloadedDocument;
import io.github.glpi4j.transport.AsyncTransport;
import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
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

/** A file comes whole and in its place, or there is nothing of it; both also where the transport writes it itself. */
@Execution(ExecutionMode.CONCURRENT)
class DownloadTest {

    private static final Headers FILE = Headers.of(
            "Content-Type",
            "text/plain;charset=UTF-8",
            "Content-disposition",
            "attachment; filename=\"note.txt\"; filename*=utf-8''Z%C3%BCrich+%20note.txt");
    private static final Duration LIMIT = Duration.ofSeconds(2);

    @TempDir
    private Path folder;

    private Path destination = Path.of("none");

    @BeforeEach
    void thereIsAFileAlready() throws IOException {
        destination = Files.writeString(folder.resolve("note.txt"), "of before");
    }

    /** What a transport does with the body of an answer that has begun. */
    private interface Body {
        void come(ResponseSink target, ExchangeContext exchange) throws IOException;
    }

    /** Who writes: the transport through the target, or by itself. */
    private enum Writer {
        THROUGH_TARGET,
        ITSELF;

        void write(ResponseSink target, ExchangeContext exchange, String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (this == THROUGH_TARGET) {
                target.write(bytes, 0, bytes.length);
                return;
            }
            Path file = target.file().orElseThrow();
            byte[] before = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            byte[] all = Arrays.copyOf(before, before.length + bytes.length);
            System.arraycopy(bytes, 0, all, before.length, bytes.length);
            Files.write(file, all);
            exchange.onProgress();
        }
    }

    private static final ExchangeContext NONE = new ExchangeContext() {
        @Override
        public void onAbort(Runnable abort) {}

        @Override
        public ResponseSink responseStarted(int status, Headers headers) {
            throw new AssertionError();
        }
    };

    static Stream<Arguments> everyWay() {
        return Arrays.stream(StubGlpi.Way.values())
                .flatMap(way -> Arrays.stream(Writer.values()).map(writer -> Arguments.of(way, writer)));
    }

    private static Transport transport(StubGlpi.Way way, Headers headers, Body body) {
        BlockingTransport blocking = (request, exchange) -> answer(exchange, headers, body);
        if (way == StubGlpi.Way.BLOCKING_EXECUTE || way == StubGlpi.Way.BLOCKING_ASYNC) {
            return blocking;
        }
        AsyncTransport async = (request, exchange) -> CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return answer(exchange, headers, body);
                    } catch (IOException e) {
                        throw new CompletionException(e);
                    }
                },
                task -> new Thread(task, "transport").start());
        return async;
    }

    private static TransportResponse answer(ExchangeContext exchange, Headers headers, Body body) throws IOException {
        ResponseSink target = exchange.responseStarted(200, headers);
        body.come(target, exchange);
        return target.response();
    }

    private static GlpiClientBuilder client(Transport transport) {
        return GlpiClient.builder("http://localhost/glpi").transport(transport);
    }

    private DownloadedDocument download(StubGlpi.Way way, GlpiClient glpi) {
        return way.run(glpi.session("session").documents().download(7, destination));
    }

    private void assertNothingCame() {
        assertThat(folder).isDirectoryContaining(file -> file.equals(destination));
        assertThat(folder.toFile().list()).containsExactly("note.txt");
        assertThat(destination).hasContent("of before");
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void aFileComesWhole(StubGlpi.Way way, Writer writer) {
        Transport transport = transport(way, FILE, (target, exchange) -> {
            writer.write(target, exchange, "hello ");
            assertThat(destination).hasContent("of before");
            writer.write(target, exchange, "GLPI");
        });
        try (GlpiClient glpi = client(transport).build()) {
            assertThat(download(way, glpi))
                    .isEqualTo(new DownloadedDocument(destination, "Zürich+ note.txt", "text/plain;charset=UTF-8"));
        }
        assertThat(destination).hasContent("hello GLPI");
        assertThat(folder.toFile().list()).containsExactly("note.txt");
    }

    @Test
    void askedForAsItIsAndInItsSession() {
        StubGlpi stub = StubGlpi.replying(request -> TransportResponse.of(200, FILE, ByteBuffer.wrap(new byte[9])));
        try (GlpiClient glpi = stub.client().appToken("app").build()) {
            assertThat(download(StubGlpi.Way.BLOCKING_EXECUTE, glpi).file()).hasSize(9);
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
    void anEmptyFileIsAFile(StubGlpi.Way way) {
        try (GlpiClient glpi =
                client(transport(way, FILE, (target, exchange) -> {})).build()) {
            assertThat(download(way, glpi).file()).isEmptyFile();
        }
        assertThat(folder.toFile().list()).containsExactly("note.txt");
    }

    @ParameterizedTest
    @CsvSource({
        "attachment; filename=\"a \\\"b\\\" c.txt\", a \"b\" c.txt",
        "inline; filename=\"x.png\"; filename*=UTF-8''%E2%82%AC.png, €.png",
        "attachment; filename*=utf-8''100%, 100%",
        "attachment; filename=note.txt; size=4, note.txt",
        "attachment; filename=x; filename*=utf-8'en'a%20b, a b",
    })
    void theFileIsNamed(String disposition, String name) {
        Transport transport =
                transport(StubGlpi.Way.BLOCKING_EXECUTE, Headers.of("Content-Disposition", disposition), (t, e) -> {});
        try (GlpiClient glpi = client(transport).build()) {
            assertThat(download(StubGlpi.Way.BLOCKING_EXECUTE, glpi).fileName()).isEqualTo(name);
        }
    }

    /** As test doubles do, whose answers never went through a target. */
    @ParameterizedTest
    @EnumSource
    void anAnswerMadeByHandIsAFileToo(StubGlpi.Way way) {
        TransportResponse byHand = TransportResponse.of(200, FILE, ByteBuffer.wrap(new byte[] {'h', 'i'}));
        BlockingTransport blocking = (request, exchange) -> byHand;
        AsyncTransport async = (request, exchange) -> CompletableFuture.completedFuture(byHand);
        boolean blocks = way == StubGlpi.Way.BLOCKING_EXECUTE || way == StubGlpi.Way.BLOCKING_ASYNC;
        try (GlpiClient glpi = client(blocks ? blocking : async).build()) {
            assertThat(download(way, glpi).file()).hasContent("hi");
        }
    }

    private static Headers withEtag(String etag) {
        return Headers.of("Content-Disposition", "attachment; filename=\"note.txt\"", "Etag", etag);
    }

    /** GLPI 10 and 11 send it without quotes, against the standard. */
    @ParameterizedTest
    @ValueSource(strings = {"%s", "\"%s\""})
    void aFileIsComparedWithItsEtag(String form) throws IOException {
        Headers headers = withEtag(String.format(form, "49F68A5C8493EC2C0BF489821C21FC3B"));
        for (StubGlpi.Way way : StubGlpi.Way.values()) {
            for (Writer writer : Writer.values()) {
                Body body = (target, exchange) -> {
                    writer.write(target, exchange, "h");
                    writer.write(target, exchange, "i");
                };
                try (GlpiClient glpi = client(transport(way, headers, body)).build()) {
                    assertThat(download(way, glpi).file()).hasContent("hi");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void aFileThatIsNotTheOneOfItsEtagIsRefused(StubGlpi.Way way, Writer writer) {
        Headers headers = withEtag("49f68a5c8493ec2c0bf489821c21fc3b");
        Transport transport = transport(
                way, headers, (target, exchange) -> writer.write(target, exchange, "<br />PHP Notice<br />hi"));
        try (GlpiClient glpi = client(transport).build()) {
            assertThatThrownBy(() -> download(way, glpi))
                    .isExactlyInstanceOf(GlpiTransportException.class)
                    .hasMessageContaining("its MD5 differs from the ETag");
        }
        assertNothingCame();
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyBodyIsNotTheFileOfAnEtag(StubGlpi.Way way) {
        Transport transport = transport(way, withEtag("49f68a5c8493ec2c0bf489821c21fc3b"), (target, exchange) -> {});
        try (GlpiClient glpi = client(transport).build()) {
            assertThatThrownBy(() -> download(way, glpi)).hasMessageContaining("ETag");
        }
        assertNothingCame();
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"49f68a5c8493ec2c0bf489821c21fc3b\"", "\"5f3-60a\"", "\"\""})
    void anotherEtagIsNoChecksum(String etag) {
        Transport transport = transport(
                StubGlpi.Way.BLOCKING_EXECUTE,
                withEtag(etag),
                (target, exchange) -> Writer.THROUGH_TARGET.write(target, exchange, "other"));
        try (GlpiClient glpi = client(transport).build()) {
            assertThat(download(StubGlpi.Way.BLOCKING_EXECUTE, glpi).file()).hasContent("other");
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

    /** Over TLS a body that ends with its connection may be cut off unnoticed. */
    @ParameterizedTest
    @MethodSource("verifiable")
    void aFileWhoseEndNobodyKnowsIsRefusedOverTls(String name, String value, boolean marked, boolean accepted)
            throws IOException {
        Headers headers = Headers.of("Content-Disposition", "attachment; filename=\"note.txt\"", name, value);
        for (Writer writer : Writer.values()) {
            BlockingTransport transport = (request, exchange) -> {
                if (marked) {
                    exchange.marksEndOfBody();
                }
                ResponseSink target = exchange.responseStarted(200, headers);
                (target.file().isPresent() ? writer : Writer.THROUGH_TARGET).write(target, exchange, "hi");
                return target.response();
            };
            Files.writeString(destination, "of before");
            try (GlpiClient glpi = GlpiClient.builder("https://localhost/glpi")
                    .transport(transport)
                    .build()) {
                if (accepted) {
                    assertThat(download(StubGlpi.Way.BLOCKING_EXECUTE, glpi).file())
                            .hasContent("hi");
                } else {
                    assertThatThrownBy(() -> download(StubGlpi.Way.BLOCKING_EXECUTE, glpi))
                            .isExactlyInstanceOf(GlpiTransportException.class)
                            .hasMessageContaining("neither a length nor a checksum");
                    assertNothingCame();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aFileThatIsReplacedKeepsItsPermissions(StubGlpi.Way way, Writer writer) throws IOException {
        for (String mode : List.of("rw-------", "r--------", "rw-rw-r--")) {
            Files.setPosixFilePermissions(destination, PosixFilePermissions.fromString(mode));
            Transport transport = transport(way, FILE, (target, exchange) -> {
                writer.write(target, exchange, "secret");
                assertThat(partPermissions()).isEqualTo("rw-------");
            });
            try (GlpiClient glpi = client(transport).build()) {
                assertThat(download(way, glpi).file()).isNotEmptyFile();
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(destination)))
                    .isEqualTo(mode);
        }
    }

    private String partPermissions() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Path part = files.filter(file -> file.toString().endsWith(".part"))
                    .findFirst()
                    .orElseThrow();
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(part));
        }
    }

    /** As an engine does whose thread was ended with its result on the way. */
    @ParameterizedTest
    @EnumSource
    void aTransportThatNeverEndsLeavesNothing(Writer writer) throws Exception {
        CompletableFuture<ResponseSink> begun = new CompletableFuture<>();
        AsyncTransport deaf = (request, exchange) -> {
            ResponseSink target = exchange.responseStarted(200, FILE);
            try {
                writer.write(target, exchange, "half");
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            begun.complete(target);
            return new CompletableFuture<>();
        };
        GlpiClient glpi = client(deaf).build();
        CompletableFuture<DownloadedDocument> download =
                glpi.session("session").documents().download(7, destination).executeAsync();
        ResponseSink target = begun.get(20, TimeUnit.SECONDS);
        glpi.close();
        assertThat(download).failsWithin(Duration.ofSeconds(20));
        awaitNothing();
        assertNothingCame();
        if (writer == Writer.THROUGH_TARGET) {
            assertThatThrownBy(() -> writer.write(target, NONE, "late")).isInstanceOf(IOException.class);
            assertNothingCame();
        }
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
    void whatIsNoFileNeverTouchesIt(int status, String type, String body, Class<?> failure, String words) {
        for (StubGlpi.Way way : StubGlpi.Way.values()) {
            StubGlpi stub = StubGlpi.answering(status, type, body);
            try (GlpiClient glpi = stub.client(way).maxRetries(0).build()) {
                assertThatThrownBy(() -> download(way, glpi))
                        .isExactlyInstanceOf(failure)
                        .hasMessageContaining(words)
                        .hasMessageContaining("downloadDocument");
            }
            assertNothingCame();
        }
    }

    /** GLPI 10 sends an error under the name of a file, which is empty. */
    @Test
    void aFileWithoutNameIsNone() {
        Transport transport = transport(
                StubGlpi.Way.BLOCKING_EXECUTE,
                Headers.of("Content-disposition", "attachment; filename=\"\"; filename*=utf-8''"),
                (target, exchange) -> Writer.THROUGH_TARGET.write(target, exchange, "Error opening file /var/glpi/"));
        try (GlpiClient glpi = client(transport).build()) {
            assertThatThrownBy(() -> download(StubGlpi.Way.BLOCKING_EXECUTE, glpi))
                    .isInstanceOf(GlpiProtocolException.class)
                    .hasMessageContaining("it has no file");
        }
        assertNothingCame();
    }

    /** What is packed would end up packed on the disk. */
    @Test
    void aFileInAnEncodingIsRefused() {
        Headers packed = Headers.of("Content-Disposition", "filename=\"x\"", "Content-Encoding", "br");
        Transport transport = transport(
                StubGlpi.Way.BLOCKING_EXECUTE, packed, (target, exchange) -> target.write(new byte[] {1, 2}, 0, 2));
        try (GlpiClient glpi = client(transport).build()) {
            assertThatThrownBy(() -> download(StubGlpi.Way.BLOCKING_EXECUTE, glpi))
                    .isInstanceOf(GlpiProtocolException.class)
                    .hasMessageContaining("encoding");
        }
        assertNothingCame();
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void aBrokenDownloadLeavesNothing(StubGlpi.Way way, Writer writer) {
        Transport transport = transport(way, FILE, (target, exchange) -> {
            writer.write(target, exchange, "hel");
            throw new IOException("connection reset");
        });
        try (GlpiClient glpi = client(transport).build()) {
            assertThatThrownBy(() -> download(way, glpi))
                    .isExactlyInstanceOf(GlpiTransportException.class)
                    .hasMessageContaining("connection reset");
            assertNothingCame();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anErrorOfTheTransportLeavesNothing(StubGlpi.Way way) {
        Transport transport = transport(way, FILE, (target, exchange) -> {
            target.write(new byte[1], 0, 1);
            throw new AssertionError("a bug");
        });
        try (GlpiClient glpi = client(transport).build()) {
            assertThatThrownBy(() -> download(way, glpi)).hasStackTraceContaining("a bug");
            assertNothingCame();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDiskThatTakesNothingIsNamed(StubGlpi.Way way) throws IOException {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        Transport transport = transport(way, FILE, (target, exchange) -> target.write(new byte[3], 0, 3));
        try (GlpiClient glpi = client(transport).build()) {
            Call<DownloadedDocument> call = glpi.session("session").documents().download(7, gone.resolve("x"));
            Files.delete(gone);
            assertThatThrownBy(() -> way.run(call))
                    .isExactlyInstanceOf(GlpiTransportException.class)
                    .hasMessageContaining("the file cannot be written")
                    .hasMessageContaining("NoSuchFileException");
        }
        assertNothingCame();
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBePutIntoPlaceIsNamed(StubGlpi.Way way) throws IOException {
        Path late = folder.resolve("late");
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
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("note.txt", "late");
    }

    /** The time of the wait is what is tested: there is no event to wait for. */
    private static void goOn(ResponseSink target, ExchangeContext exchange, Writer writer, Duration time)
            throws IOException {
        long start = System.nanoTime();
        CountDownLatch never = new CountDownLatch(1);
        exchange.onAbort(never::countDown);
        while (System.nanoTime() - start < time.toNanos()) {
            writer.write(target, exchange, "x");
            try {
                if (never.await(50, TimeUnit.MILLISECONDS)) {
                    throw new IOException("connection closed by the abort");
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void aDownloadMayTakeAsLongAsItMoves(StubGlpi.Way way, Writer writer) {
        Transport transport =
                transport(way, FILE, (target, exchange) -> goOn(target, exchange, writer, LIMIT.plusMillis(500)));
        try (GlpiClient glpi = client(transport).callTimeout(LIMIT).build()) {
            assertThat(download(way, glpi).file()).content().startsWith("xx");
        }
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void itsOwnTimeoutBoundsAllOfIt(StubGlpi.Way way, Writer writer) {
        Transport transport =
                transport(way, FILE, (target, exchange) -> goOn(target, exchange, writer, Duration.ofSeconds(30)));
        try (GlpiClient glpi = client(transport).build()) {
            Call<DownloadedDocument> call =
                    glpi.session("session").documents().download(7, destination).timeout(Duration.ofMillis(300));
            assertThatThrownBy(() -> way.run(call))
                    .isExactlyInstanceOf(GlpiTimeoutException.class)
                    .hasMessageContaining("within 300 ms");
            assertNothingCame();
        }
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void standingStillEndsIt(StubGlpi.Way way, Writer writer) {
        Transport transport = transport(way, FILE, (target, exchange) -> {
            writer.write(target, exchange, "hel");
            CountDownLatch aborted = new CountDownLatch(1);
            exchange.onAbort(aborted::countDown);
            try {
                aborted.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("connection closed by the abort");
        });
        try (GlpiClient glpi =
                client(transport).callTimeout(Duration.ofMillis(300)).build()) {
            assertThatThrownBy(() -> download(way, glpi))
                    .isExactlyInstanceOf(GlpiTimeoutException.class)
                    .hasMessageContaining("after 300 ms in which nothing moved");
            assertNothingCame();
        }
    }

    /** The call has failed by then, a second after its timeout: a file would be a surprise. */
    @Test
    void whatComesTooLateIsNotKept() throws Exception {
        CountDownLatch failed = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        Transport transport = transport(StubGlpi.Way.ASYNC_EXECUTE, FILE, (target, exchange) -> {
            await(failed);
            try {
                target.write(new byte[3], 0, 3); // refused, if the call has let go of the exchange by now
            } finally {
                written.countDown();
            }
        });
        try (GlpiClient glpi =
                client(transport).callTimeout(Duration.ofMillis(200)).build()) {
            assertThatThrownBy(() -> download(StubGlpi.Way.ASYNC_EXECUTE, glpi))
                    .isInstanceOf(GlpiTimeoutException.class);
            failed.countDown();
            await(written);
            awaitNothing();
            assertNothingCame();
        }
    }

    /** Whoever has given up must not find the file a moment later. */
    @Test
    void whatComesWholeAfterACancelIsNotKept() throws Exception {
        CompletableFuture<TransportResponse> answer = new CompletableFuture<>();
        CompletableFuture<ResponseSink> begun = new CompletableFuture<>();
        AsyncTransport deaf = (request, exchange) -> {
            begun.complete(exchange.responseStarted(200, FILE));
            return answer;
        };
        try (GlpiClient glpi = client(deaf).build()) {
            CompletableFuture<DownloadedDocument> download =
                    glpi.session("session").documents().download(7, destination).executeAsync();
            ResponseSink target = begun.get(20, TimeUnit.SECONDS);
            target.write(new byte[] {'h', 'i'}, 0, 2);
            download.cancel(true);
            answer.complete(target.response());
        }
        awaitNothing();
        assertNothingCame();
    }

    /** As the JDK's client does when it is cancelled just before the response begins. */
    @Test
    void aFileThatBeginsAfterItsExchangeHasFailedIsRefused() {
        CompletableFuture<ExchangeContext> over = new CompletableFuture<>();
        AsyncTransport late = (request, exchange) -> {
            over.complete(exchange);
            return CompletableFuture.failedFuture(new IOException("the connection was closed"));
        };
        try (GlpiClient glpi = client(late).build()) {
            assertThat(glpi.session("session")
                            .documents()
                            .download(7, destination)
                            .executeAsync())
                    .failsWithin(Duration.ofSeconds(20));
            ResponseSink target = over.join().responseStarted(200, FILE);

            assertThatThrownBy(() -> target.write(new byte[] {'h', 'i'}, 0, 2)).isInstanceOf(IOException.class);
            assertThat(target.file())
                    .hasValueSatisfying(file -> assertThat(file).doesNotExist());
            assertNothingCame();
        }
    }

    /** What is cleaned up in the background is gone soon. */
    private void awaitNothing() {
        long start = System.nanoTime();
        while (folder.toFile().list().length > 1 && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(20)) {
            Thread.onSpinWait();
        }
    }

    /** More at a time than a client has connections by default: each holds the thread on which its file came. */
    @Test
    void aDownloadMayWaitForAnother() {
        int many = 25;
        CountDownLatch allHold = new CountDownLatch(many);
        CountDownLatch allAsked = new CountDownLatch(1);
        Transport transport = transport(StubGlpi.Way.ASYNC_ASYNC, FILE, (target, exchange) -> {
            await(allAsked); // else what follows might run here, on the thread that asks
            target.write(new byte[] {'h', 'i'}, 0, 2);
        });
        try (GlpiClient glpi = client(transport).build()) {
            CompletableFuture<?>[] all = IntStream.range(0, many)
                    .mapToObj(i -> glpi.session("session")
                            .documents()
                            .download(7, folder.resolve("first" + i))
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
                                        .download(7, folder.resolve("second" + i))
                                        .execute();
                            }))
                    .toArray(CompletableFuture<?>[]::new);
            allAsked.countDown();
            assertThat(CompletableFuture.allOf(all)).succeedsWithin(Duration.ofSeconds(30));
        }
        assertThat(folder.toFile().list()).hasSize(1 + 2 * many);
    }

    /** Tells so by a runtime exception. */
    @ParameterizedTest
    @EnumSource
    void aFileSystemThatIsClosedIsNamed(StubGlpi.Way way, @TempDir Path other) throws IOException {
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
    void aNameAsLongAsAHeaderIsRead() {
        String name = "a".repeat(30_000);
        Headers headers = Headers.of("Content-Disposition", "attachment; filename=\"" + name + "\"");
        try (GlpiClient glpi = client(transport(StubGlpi.Way.BLOCKING_EXECUTE, headers, (target, exchange) -> {}))
                .build()) {
            assertThat(download(StubGlpi.Way.BLOCKING_EXECUTE, glpi).fileName()).isEqualTo(name);
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IOException("never");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void whatNoDiskCouldTakeIsRefusedAtOnce() {
        StubGlpi stub = StubGlpi.answering(200, StubGlpi.JSON, "true");
        try (GlpiClient glpi = stub.client().build()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> glpi.session().documents().download(0, destination));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> glpi.session().documents().download(7, folder.getRoot()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void destinationIsCheckedOnEachExecutionBeforeAnythingIsSent(StubGlpi.Way way) throws IOException {
        StubGlpi stub = StubGlpi.answering(200, StubGlpi.JSON, "true");
        Path late = folder.resolve("late");
        try (GlpiClient glpi = stub.client(way).build()) {
            Call<DownloadedDocument> intoLate =
                    glpi.session("session").documents().download(7, late.resolve("file"));
            for (Call<DownloadedDocument> call : List.of(
                    intoLate,
                    glpi.session("session").documents().download(7, folder),
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
