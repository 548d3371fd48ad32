package io.github.glpi4j.transport.tck.endtoend;

import static io.github.glpi4j.transport.tck.endtoend.CallMode.assertSent;
import static io.github.glpi4j.transport.tck.endtoend.GlpiResponses.file;
import static io.github.glpi4j.transport.tck.endtoend.GlpiResponses.json;
import static io.github.glpi4j.transport.tck.endtoend.GlpiResponses.othersMeet;
import static io.github.glpi4j.transport.tck.endtoend.GlpiResponses.uploaded;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.glpi4j.GlpiApiException;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiProtocolException;
import io.github.glpi4j.document.Documents;
import io.github.glpi4j.document.UploadedDocument;
import io.github.glpi4j.transport.Tls;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.client.CheckingListener;
import io.github.glpi4j.transport.tck.client.FileDescriptors;
import io.github.glpi4j.transport.tck.server.Bytes;
import io.github.glpi4j.transport.tck.server.Fault;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files on a faulty network as users of {@code GlpiClient} see them, blocking and asynchronous: a download is complete
 * or leaves nothing, and an upload is sent once.
 */
@Timeout(120)
public abstract class TransferContract extends TransportContract {

    /** Never reached by the calls of a correct transport. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final byte[] LARGE = Bytes.counting(3_000_001);

    @TempDir
    private Path folder;

    @TempDir
    private Path uploads;

    private Destination destination = new Destination(Path.of("none"));

    /** For the transport's own test class. */
    protected TransferContract() {}

    @BeforeEach
    final void createTheDestination() throws IOException {
        destination = Destination.in(folder);
    }

    static Stream<Arguments> faults() {
        return ClientContract.faults();
    }

    private GlpiClient client(RawServer server) {
        TransportSettings settings =
                TransportSettings.builder().maxConnections(2).build();
        Transport transport = open(
                server.origin().getScheme().equals("https")
                        ? settings.toBuilder()
                                .tls(Tls.trusting(TestCertificates.shared().trustStore()))
                                .build()
                        : settings);
        return closing(GlpiClient.builder(server.origin().toString())
                .listener(new CheckingListener())
                .transport(transport)
                .callTimeout(TIMEOUT)
                .build());
    }

    private Documents documents(RawServer server) {
        return client(server).session("session-token").documents();
    }

    private Path largeFile() throws IOException {
        return Files.write(uploads.resolve("up.bin"), LARGE);
    }

    private void assertWorks(Documents documents, CallMode mode) {
        assertThat(mode.run(documents.download(1, destination.file()))).isEqualTo(destination.downloaded());
        assertThat(destination.file()).hasContent("good");
    }

    static Stream<Arguments> complete() {
        return CallMode.each(Stream.of(
                Named.of("with a length", file().body(LARGE)),
                Named.of("in chunks", file().chunked(LARGE, 100_000)),
                Named.of(
                        "until the server closes",
                        file().header("Connection", "close").followedBy(LARGE))));
    }

    @ParameterizedTest(name = "{arguments}")
    @MethodSource("complete")
    void downloadsAFileCompletely(byte[] response, CallMode mode) throws IOException {
        RawServer server = serve((request, connection) -> {
            connection.write(response);
            connection.close();
        });

        assertThat(mode.run(documents(server).download(7, destination.file()))).isEqualTo(destination.downloaded());

        assertThat(Arrays.equals(Files.readAllBytes(destination.file()), LARGE))
                .as("the file has the bytes of the response")
                .isTrue();
        destination.assertAlone();
        assertThat(FileDescriptors.isClosed(destination.file().toRealPath(), bound()))
                .as("the file is closed")
                .isTrue();
        assertThat(server.requests().get(0).headers().allValues("Accept"))
                .as("header Accept")
                .containsExactly("application/octet-stream");
    }

    @ParameterizedTest(name = "{arguments}")
    @EnumSource
    void downloadsAnEmptyFile(CallMode mode) {
        RawServer server = serve(file().body(new byte[0]));

        assertThat(mode.run(documents(server).download(7, destination.file()))).isEqualTo(destination.downloaded());

        assertThat(destination.file()).isEmptyFile();
    }

    static Stream<Arguments> noFiles() {
        return CallMode.each(Stream.of(
                Named.of("an error of GLPI", json(404, "[\"ERROR_ITEM_NOT_FOUND\",\"\"]")),
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
    void aResponseWithoutAFileLeavesTheFileAlone(byte[] response, CallMode mode) {
        RawServer server = serve(othersMeet((request, connection) -> connection.write(response)));
        Documents documents = documents(server);

        assertThat(mode.failure(documents.download(7, destination.file())))
                .isInstanceOfAny(GlpiApiException.class, GlpiProtocolException.class);

        destination.assertUnchanged(bound());
        assertWorks(documents, mode);
    }

    @ParameterizedTest(name = "{arguments}")
    @MethodSource("faults")
    void reportsABrokenDownloadAndLeavesNothing(Fault fault, CallMode mode) {
        RawServer server = serve(othersMeet((request, connection) -> fault.playFile(connection)));
        Documents documents = documents(server);

        assertSent(mode.failure(documents.download(7, destination.file())), true);

        destination.assertUnchanged(bound());
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
        return file().header(
                        "Etag",
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("MD5").digest(content)));
    }

    @ParameterizedTest(name = "{arguments}")
    @MethodSource("tlsVersions")
    void refusesAFileOfUnknownLengthOverTls(String protocol, CallMode mode) {
        RawServer server = secure(protocol, file().followedBy(Arrays.copyOf(LARGE, 10_000)));

        Throwable failure = mode.failure(documents(server).download(7, destination.file()));

        assertSent(failure, true);
        assertThat(failure).hasMessageContaining("neither a length nor a checksum");
        destination.assertUnchanged(bound());
        server.awaitOpen(0);
    }

    /** The checksum reveals what the end of the connection does not. */
    @ParameterizedTest(name = "{arguments}")
    @MethodSource("tlsVersions")
    void refusesATruncatedFileByItsEtag(String protocol, CallMode mode) throws GeneralSecurityException {
        RawServer server = secure(protocol, withEtag(LARGE).followedBy(Arrays.copyOf(LARGE, 10_000)));

        assertSent(mode.failure(documents(server).download(7, destination.file())), true);

        destination.assertUnchanged(bound());
        server.awaitOpen(0);
    }

    @ParameterizedTest(name = "{arguments}")
    @MethodSource("tlsVersions")
    void downloadsAFileWithAnEtagOverTls(String protocol, CallMode mode) throws Exception {
        RawServer server = secure(protocol, withEtag(LARGE).followedBy(LARGE));

        assertThat(mode.run(documents(server).download(7, destination.file()))).isEqualTo(destination.downloaded());

        assertThat(Arrays.equals(Files.readAllBytes(destination.file()), LARGE))
                .as("the file has the bytes of the response")
                .isTrue();
    }

    @ParameterizedTest(name = "{arguments}")
    @EnumSource
    void refusesAFileChangedInTransit(CallMode mode) throws GeneralSecurityException {
        byte[] changed = withEtag(LARGE).chunked(Arrays.copyOf(LARGE, LARGE.length - 1), 100_000);
        RawServer server = serve(othersMeet((request, connection) -> connection.write(changed)));
        Documents documents = documents(server);

        Throwable failure = mode.failure(documents.download(7, destination.file()));

        assertSent(failure, true);
        assertThat(failure).hasMessageContaining("MD5");
        destination.assertUnchanged(bound());
        assertWorks(documents, mode);
    }

    @Test
    void cancellingTheFutureLeavesNothing() {
        RawServer server = serve(othersMeet((request, connection) -> Stall.HALF_A_BODY.playFile(connection)));
        Documents documents = documents(server);
        CompletableFuture<?> download =
                documents.download(7, destination.file()).executeAsync();
        server.awaitRequests(1);

        download.cancel(true);

        server.awaitOpen(0);
        destination.assertUnchanged(bound());
        assertWorks(documents, CallMode.ASYNC);
    }

    @Test
    void anInterruptLeavesNothing() throws Exception {
        RawServer server = serve(othersMeet((request, connection) -> Stall.HALF_A_BODY.playFile(connection)));
        Documents documents = documents(server);
        CompletableFuture<Throwable> failed = new CompletableFuture<>();
        Thread caller =
                new Thread(() -> failed.complete(CallMode.EXECUTE.failure(documents.download(7, destination.file()))));
        caller.setDaemon(true);
        caller.start();
        server.awaitRequests(1);

        caller.interrupt();

        assertThat(failed.get(bound().toMillis(), TimeUnit.MILLISECONDS)).hasMessageContaining("interrupted");
        server.awaitOpen(0);
        destination.assertUnchanged(bound());
    }

    @Test
    void closingTheClientLeavesNothing() {
        RawServer server = serve(othersMeet((request, connection) -> Stall.HALF_A_BODY.playFile(connection)));
        GlpiClient glpi = client(server);
        CompletableFuture<?> download = glpi.session("session-token")
                .documents()
                .download(7, destination.file())
                .executeAsync();
        server.awaitRequests(1);

        glpi.close();

        assertThat(catchThrowable(() -> download.get(bound().toMillis(), TimeUnit.MILLISECONDS)))
                .hasMessageContaining("closed");
        server.awaitOpen(0);
        destination.assertUnchanged(bound());
    }

    /** Answers an upload, and the request by which the client confirms it. */
    private static byte[] storedOrUploaded(ReceivedRequest request) {
        return request.requestLine().startsWith("GET ")
                ? json(
                        200,
                        "{\"id\":7,\"filename\":\"up.bin\",\"sha1sum\":\"ebd0e2d52009f02eaeed91d952d6d6fec96d9899\"}")
                : uploaded();
    }

    @ParameterizedTest(name = "{arguments}")
    @EnumSource
    void uploadsAFileCompletely(CallMode mode) throws IOException {
        RawServer server = serve((request, connection) -> connection.write(storedOrUploaded(request)));
        Path file = largeFile();

        assertThat(mode.run(documents(server).upload(file).linkTo("Ticket", 3)))
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
        assertThat(FileDescriptors.isClosed(file.toRealPath(), bound()))
                .as("the file is closed")
                .isTrue();
    }

    @ParameterizedTest(name = "{arguments}")
    @MethodSource("faults")
    void sendsAFailingUploadOnce(Fault fault, CallMode mode) throws IOException {
        RawServer server = serve((request, connection) -> fault.play(connection));
        Path file = largeFile();

        assertSent(mode.failure(documents(server).upload(file)), true);

        server.assertRequests(1);
        server.awaitOpen(0);
        assertThat(FileDescriptors.isClosed(file.toRealPath(), bound()))
                .as("the file is closed")
                .isTrue();
    }
}
