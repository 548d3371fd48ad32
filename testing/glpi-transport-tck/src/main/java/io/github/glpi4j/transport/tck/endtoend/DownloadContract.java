package io.github.glpi4j.transport.tck.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.glpi4j.Call;
import io.github.glpi4j.GlpiApiException;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiProtocolException;
import io.github.glpi4j.GlpiTimeoutException;
import io.github.glpi4j.document.Documents;
import io.github.glpi4j.document.DownloadedDocument;
import io.github.glpi4j.document.UploadedDocument;
import io.github.glpi4j.transport.Tls;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.client.Conditions;
import io.github.glpi4j.transport.tck.client.FileDescriptors;
import io.github.glpi4j.transport.tck.server.Bytes;
import io.github.glpi4j.transport.tck.server.Fault;
import io.github.glpi4j.transport.tck.server.Gate;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.ReceivedRequest;
import io.github.glpi4j.transport.tck.server.ServerTls;
import io.github.glpi4j.transport.tck.server.Stall;
import io.github.glpi4j.transport.tck.server.TestCertificates;
import io.github.glpi4j.transport.tck.server.TestCertificates.Holder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a user of the whole library sees of files on a hostile network, in both ways to make a call: a download that is
 * whole or was never there, an upload that goes once, and transfers that take any time but do not stand still.
 */
@Timeout(120)
public abstract class DownloadContract extends TransportContract {

    /** Long enough for a machine under load to get a request under way. */
    private static final Duration LIMIT = Duration.ofSeconds(3);

    /** For calls that end by themselves, a TLS handshake on a machine under load included. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final byte[] LARGE = Bytes.counting(3_000_001);
    private static final byte[] STORED = RawResponse.of(201)
            .header("Content-Type", "application/json")
            .body("{\"id\":7,\"upload_result\":{\"filename\":[{\"display\":\"up.bin\"}]}}".getBytes(UTF_8));
    private static final byte[] KEPT = RawResponse.of(200)
            .header("Content-Type", "application/json")
            .body("{\"id\":7,\"filename\":\"up.bin\",\"sha1sum\":\"ebd0e2d52009f02eaeed91d952d6d6fec96d9899\"}"
                    .getBytes(UTF_8));
    private static final long MORE_THAN_SOCKETS_HOLD = 64_000_000;

    @TempDir
    private Path folder;

    @TempDir
    private Path uploads;

    private Path destination = Path.of("none");

    /** For the transport's own test class. */
    protected DownloadContract() {}

    @BeforeEach
    final void thereIsAFileAlready() throws IOException {
        destination = Files.writeString(folder.resolve("kept.txt"), "of before");
    }

    static Stream<Arguments> faults() {
        return ClientContract.faults();
    }

    private GlpiClient client(RawServer server, Duration timeout) {
        TransportSettings settings = TransportSettings.defaults().withMaxConnections(2);
        Transport transport = open(
                server.origin().getScheme().equals("https")
                        ? settings.withTls(
                                Tls.trusting(TestCertificates.shared().trustStore()))
                        : settings);
        return closing(GlpiClient.builder(server.origin().toString())
                .transport(transport)
                .callTimeout(timeout)
                .build());
    }

    private Documents documents(RawServer server, Duration timeout) {
        return client(server, timeout).session("session-token").documents();
    }

    private static RawResponse named() {
        return RawResponse.of(200)
                .header("Content-Type", "text/plain")
                .header("Content-Disposition", "attachment; filename=\"note.txt\"");
    }

    private Path largeFile() throws IOException {
        return Files.write(uploads.resolve("up.bin"), LARGE);
    }

    /** Also what a call leaves that nobody waits for any more is gone soon. */
    private void assertNothingCame() {
        Conditions.poll(() -> names().length <= 1, bound());
        assertThat(names()).containsExactly("kept.txt");
        assertThat(destination).hasContent("of before");
    }

    private String[] names() {
        String[] names = folder.toFile().list();
        return names == null ? new String[0] : names;
    }

    private void assertWorks(Documents documents, CallMode mode) {
        assertThat(mode.run(documents.download(1, destination))).isEqualTo(note());
        assertThat(destination).hasContent("good");
    }

    private DownloadedDocument note() {
        return new DownloadedDocument(destination, "note.txt", "text/plain");
    }

    /** Document 1 is good; the others meet what the case is about. */
    private static RawServer.Responder othersMeet(RawServer.Responder bad) {
        return (request, connection) -> {
            if (request.target().endsWith("/Document/1")) {
                connection.write(named().body("good".getBytes(UTF_8)));
            } else {
                bad.respond(request, connection);
            }
        };
    }

    static Stream<Arguments> whole() {
        return CallMode.each(Stream.of(
                Named.of("with a length", named().body(LARGE)),
                Named.of("in chunks", named().chunked(LARGE, 100_000)),
                Named.of(
                        "until the server closes",
                        named().header("Connection", "close").followedBy(LARGE))));
    }

    @ParameterizedTest(name = "{arguments}")
    @MethodSource("whole")
    void downloadsAFileCompletely(byte[] answer, CallMode mode) throws IOException {
        RawServer server = serve((request, connection) -> {
            connection.write(answer);
            connection.close();
        });

        assertThat(mode.run(documents(server, bound()).download(7, destination)))
                .isEqualTo(note());

        assertThat(Arrays.equals(Files.readAllBytes(destination), LARGE)).isTrue();
        assertThat(names()).containsExactly("kept.txt");
        assertThat(FileDescriptors.isClosed(destination.toRealPath(), bound())).isTrue();
        assertThat(server.requests().get(0).headers().allValues("Accept")).containsExactly("application/octet-stream");
    }

    @ParameterizedTest(name = "{arguments}")
    @EnumSource
    void downloadsAnEmptyFile(CallMode mode) {
        RawServer server = serve(named().body(new byte[0]));

        assertThat(mode.run(documents(server, bound()).download(7, destination)))
                .isEqualTo(note());

        assertThat(destination).isEmptyFile();
    }

    static Stream<Arguments> noFiles() {
        return CallMode.each(Stream.of(
                Named.of(
                        "an error of GLPI",
                        RawResponse.of(404)
                                .header("Content-Type", "application/json")
                                .body("[\"ERROR_ITEM_NOT_FOUND\",\"\"]".getBytes(UTF_8))),
                Named.of(
                        "a maintenance page",
                        RawResponse.of(200)
                                .header("Content-Type", "text/html")
                                .chunked("<html><title>Maintenance</title></html>".getBytes(UTF_8), 10)),
                Named.of(
                        "a bad gateway",
                        RawResponse.of(502)
                                .header("Content-Disposition", "inline")
                                .body("<html>bad gateway</html>".getBytes(UTF_8))),
                Named.of("an empty response", RawResponse.of(200).body(new byte[0])),
                Named.of(
                        "a redirect",
                        RawResponse.of(302).header("Location", "/login").body(new byte[0]))));
    }

    @ParameterizedTest(name = "{arguments}")
    @MethodSource("noFiles")
    void aResponseWithoutAFileLeavesTheFileAlone(byte[] answer, CallMode mode) {
        RawServer server = serve(othersMeet((request, connection) -> connection.write(answer)));
        Documents documents = documents(server, bound());

        assertThat(mode.failure(documents.download(7, destination).timeout(bound())))
                .isInstanceOfAny(GlpiApiException.class, GlpiProtocolException.class);

        assertNothingCame();
        assertWorks(documents, mode);
    }

    @ParameterizedTest(name = "{arguments}")
    @MethodSource("faults")
    void reportsABrokenDownloadAndLeavesNothing(Fault fault, CallMode mode) {
        RawServer server = serve(othersMeet((request, connection) -> fault.playFile(connection)));
        Documents documents = documents(server, bound());

        ClientContract.assertSent(mode.failure(documents.download(7, destination)), true);

        assertNothingCame();
        server.awaitOpen(0);
        assertWorks(documents, mode);
    }

    static Stream<Arguments> tlsVersions() {
        return CallMode.each(Stream.of("TLSv1.2", "TLSv1.3"));
    }

    /** The connection ends without {@code close_notify}, as after an attack or a crash. */
    private RawServer secure(String protocol, byte[] response) {
        return serve(ServerTls.of(Holder.SERVER).in(protocol), (request, connection) -> {
            connection.write(response);
            connection.close();
        });
    }

    private static RawResponse withEtag(byte[] content) throws GeneralSecurityException {
        return named().header(
                        "Etag",
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("MD5").digest(content)));
    }

    @ParameterizedTest(name = "{arguments}")
    @MethodSource("tlsVersions")
    void refusesAFileOfUnknownLengthOverTls(String protocol, CallMode mode) {
        RawServer server = secure(protocol, named().followedBy(Arrays.copyOf(LARGE, 10_000)));

        Throwable failure = mode.failure(documents(server, TIMEOUT).download(7, destination));

        ClientContract.assertSent(failure, true);
        assertThat(failure).hasMessageContaining("neither a length nor a checksum");
        assertNothingCame();
        server.awaitOpen(0);
    }

    /** The checksum tells, where the connection does not. */
    @ParameterizedTest(name = "{arguments}")
    @MethodSource("tlsVersions")
    void refusesATruncatedFileByItsEtag(String protocol, CallMode mode) throws GeneralSecurityException {
        RawServer server = secure(protocol, withEtag(LARGE).followedBy(Arrays.copyOf(LARGE, 10_000)));

        ClientContract.assertSent(mode.failure(documents(server, TIMEOUT).download(7, destination)), true);

        assertNothingCame();
        server.awaitOpen(0);
    }

    @ParameterizedTest(name = "{arguments}")
    @MethodSource("tlsVersions")
    void downloadsAFileWithAnEtagOverTls(String protocol, CallMode mode) throws Exception {
        RawServer server = secure(protocol, withEtag(LARGE).followedBy(LARGE));

        assertThat(mode.run(documents(server, TIMEOUT).download(7, destination)))
                .isEqualTo(note());

        assertThat(Arrays.equals(Files.readAllBytes(destination), LARGE)).isTrue();
    }

    @ParameterizedTest(name = "{arguments}")
    @EnumSource
    void refusesAFileChangedInTransit(CallMode mode) throws GeneralSecurityException {
        byte[] changed = withEtag(LARGE).chunked(Arrays.copyOf(LARGE, LARGE.length - 1), 100_000);
        RawServer server = serve(othersMeet((request, connection) -> connection.write(changed)));
        Documents documents = documents(server, TIMEOUT);

        Throwable failure = mode.failure(documents.download(7, destination));

        ClientContract.assertSent(failure, true);
        assertThat(failure).hasMessageContaining("MD5");
        assertNothingCame();
        assertWorks(documents, mode);
    }

    static Stream<Arguments> standstills() {
        return CallMode.each(Stream.of(Stall.SILENCE, Stall.HALF_THE_HEADERS, Stall.HALF_A_BODY, Stall.HALF_A_CHUNK));
    }

    @ParameterizedTest(name = "{arguments}")
    @Execution(ExecutionMode.CONCURRENT)
    @MethodSource("standstills")
    void endsAnIdleDownload(Stall stall, CallMode mode) {
        RawServer server = serve(othersMeet((request, connection) -> stall.playFile(connection)));
        Documents documents = documents(server, LIMIT);

        assertStandsStill(mode, documents.download(7, destination));

        assertNothingCame();
        server.awaitOpen(0);
    }

    private void assertStandsStill(CallMode mode, Call<?> transfer) {
        long start = System.nanoTime();

        Throwable failure = mode.failure(transfer);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT.plus(bound()));
        assertThat(failure).isExactlyInstanceOf(GlpiTimeoutException.class).hasMessageContaining("nothing moved");
        ClientContract.assertSent(failure, true);
    }

    static Stream<Arguments> drips() {
        return CallMode.each(Stream.of(Stall.DRIPPING_BODY, Stall.DRIPPING_CHUNKS, Stall.DRIPPING_UNTIL_CLOSE));
    }

    @ParameterizedTest(name = "{arguments}")
    @Execution(ExecutionMode.CONCURRENT)
    @MethodSource("drips")
    void theCallTimeoutBoundsADownload(Stall stall, CallMode mode) {
        RawServer server = serve(othersMeet((request, connection) -> stall.playFile(connection)));
        Documents documents = documents(server, bound());

        Throwable failure = mode.failure(documents.download(7, destination).timeout(LIMIT));

        assertThat(failure).isExactlyInstanceOf(GlpiTimeoutException.class).hasMessageContaining("within 3000 ms");
        assertNothingCame();
        server.awaitOpen(0);
    }

    /** In all it takes longer than it may stand still. */
    @ParameterizedTest(name = "{arguments}")
    @Execution(ExecutionMode.CONCURRENT)
    @EnumSource
    void completesASlowDownload(CallMode mode) {
        RawServer server = serve((request, connection) -> {
            connection.write(named().header("Content-Length", "100").head());
            Gate pace = new Gate();
            for (int i = 0; i < 100; i++) {
                assertThat(pace.opensWithin(LIMIT.plusSeconds(1).dividedBy(100)))
                        .isFalse();
                connection.write("x");
            }
        });

        assertThat(mode.run(documents(server, LIMIT).download(7, destination))).isEqualTo(note());

        assertThat(destination).hasSize(100);
    }

    @Test
    void cancellingTheFutureLeavesNothing() {
        RawServer server = serve(othersMeet((request, connection) -> Stall.HALF_A_BODY.playFile(connection)));
        Documents documents = documents(server, bound());
        CompletableFuture<?> download = documents.download(7, destination).executeAsync();
        server.awaitRequests(1);

        download.cancel(true);

        server.awaitOpen(0);
        assertNothingCame();
        assertWorks(documents, CallMode.ASYNC);
    }

    @Test
    void anInterruptLeavesNothing() throws Exception {
        RawServer server = serve(othersMeet((request, connection) -> Stall.HALF_A_BODY.playFile(connection)));
        Documents documents = documents(server, bound());
        CompletableFuture<Throwable> told = new CompletableFuture<>();
        Thread caller = new Thread(() -> told.complete(CallMode.EXECUTE.failure(documents.download(7, destination))));
        caller.setDaemon(true);
        caller.start();
        server.awaitRequests(1);

        caller.interrupt();

        assertThat(told.get(bound().toMillis(), TimeUnit.MILLISECONDS)).hasMessageContaining("interrupted");
        server.awaitOpen(0);
        assertNothingCame();
    }

    @Test
    void closingTheClientLeavesNothing() {
        RawServer server = serve(othersMeet((request, connection) -> Stall.HALF_A_BODY.playFile(connection)));
        GlpiClient glpi = client(server, bound());
        CompletableFuture<?> download = glpi.session("session-token")
                .documents()
                .download(7, destination)
                .executeAsync();
        server.awaitRequests(1);

        glpi.close();

        assertThat(catchThrowable(() -> download.get(bound().toMillis(), TimeUnit.MILLISECONDS)))
                .hasMessageContaining("closed");
        server.awaitOpen(0);
        assertNothingCame();
    }

    private static boolean isReadBack(ReceivedRequest request) {
        return request.requestLine().startsWith("GET ");
    }

    @ParameterizedTest(name = "{arguments}")
    @EnumSource
    void uploadsAFileCompletely(CallMode mode) throws IOException {
        RawServer server = serve((request, connection) -> connection.write(isReadBack(request) ? KEPT : STORED));
        Path file = largeFile();

        assertThat(mode.run(documents(server, bound()).upload(file).linkTo("Ticket", 3)))
                .isEqualTo(new UploadedDocument(7, "up.bin", true, ""));

        ReceivedRequest request = server.requests().get(0);
        String boundary =
                request.headers().firstValue("Content-Type").orElseThrow().replaceFirst(".*boundary=", "");
        String form = new String(request.body(), ISO_8859_1);
        String content = new String(LARGE, ISO_8859_1);
        assertThat(form.contains("\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n"))
                .as("the file within the form")
                .isTrue();
        assertThat(form.substring(0, 400)).contains("\"itemtype\":\"Ticket\",\"items_id\":3");
        assertThat(FileDescriptors.isClosed(file.toRealPath(), bound())).isTrue();
    }

    @ParameterizedTest(name = "{arguments}")
    @MethodSource("faults")
    void sendsAFailingUploadOnce(Fault fault, CallMode mode) throws IOException {
        RawServer server = serve((request, connection) -> fault.play(connection));
        Path file = largeFile();

        ClientContract.assertSent(mode.failure(documents(server, bound()).upload(file)), true);

        assertThat(server.requests()).hasSize(1);
        server.awaitOpen(0);
        assertThat(FileDescriptors.isClosed(file.toRealPath(), bound())).isTrue();
    }

    /** In all it takes longer than it may stand still. */
    @ParameterizedTest(name = "{arguments}")
    @Execution(ExecutionMode.CONCURRENT)
    @EnumSource
    void completesASlowUpload(CallMode mode) throws IOException {
        RawServer server = closing(RawServer.scripted(connection -> {
            ReceivedRequest head = Objects.requireNonNull(connection.readWithoutBody());
            if (isReadBack(head)) {
                return; // The upload has happened, whatever comes of this.
            }
            long length =
                    Long.parseLong(head.headers().firstValue("Content-Length").orElseThrow());
            Gate pace = new Gate();
            for (int i = 0; i < 100; i++) {
                assertThat(pace.opensWithin(LIMIT.plusSeconds(1).dividedBy(100)))
                        .isFalse();
                connection.skip(length / 100);
            }
            connection.skip(length % 100);
            connection.write(STORED);
        }));

        assertThat(mode.run(documents(server, LIMIT)
                                .upload(Bytes.sparse(uploads.resolve("sparse"), MORE_THAN_SOCKETS_HOLD)))
                        .id())
                .isEqualTo(7);
    }

    /** The server reads a part and no more; then it is the client that has to end it. */
    @ParameterizedTest(name = "{arguments}")
    @Execution(ExecutionMode.CONCURRENT)
    @EnumSource
    void endsAnIdleUpload(CallMode mode) throws IOException {
        Gate end = new Gate();
        RawServer server = closing(RawServer.scripted(connection -> {
            connection.skip(100_000);
            end.pass();
        }));
        closing((AutoCloseable) end::open);
        Path file = Bytes.sparse(uploads.resolve("sparse"), MORE_THAN_SOCKETS_HOLD);
        Documents documents = documents(server, LIMIT);

        assertStandsStill(mode, documents.upload(file));

        assertThat(FileDescriptors.isClosed(file.toRealPath(), bound())).isTrue();
    }
}
