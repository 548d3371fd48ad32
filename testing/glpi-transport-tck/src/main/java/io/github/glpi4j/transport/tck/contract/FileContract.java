package io.github.glpi4j.transport.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.client.Conditions;
import io.github.glpi4j.transport.tck.client.FileDescriptors;
import io.github.glpi4j.transport.tck.client.Outcome;
import io.github.glpi4j.transport.tck.client.PendingExchange;
import io.github.glpi4j.transport.tck.client.TestExchange;
import io.github.glpi4j.transport.tck.server.Bytes;
import io.github.glpi4j.transport.tck.server.Fault;
import io.github.glpi4j.transport.tck.server.Gate;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.ReceivedRequest;
import io.github.glpi4j.transport.tck.server.Stall;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies are read from files and written to files exactly, and no file stays open. */
public abstract class FileContract extends TransportContract {

    private static final byte[] LARGE = Bytes.counting(3_000_001);

    @TempDir
    private Path folder;

    private Path file = Path.of("none");

    /** For the transport's own test class. */
    protected FileContract() {}

    @BeforeEach
    final void resolveTheFile() throws IOException {
        file = folder.toRealPath().resolve("content");
    }

    @Test
    void sendsSegmentsOfBytesAndFilesInOrder() throws IOException {
        Path small = Files.write(folder.resolve("small"), Bytes.counting(70_000));
        RequestBody body = RequestBody.of(new byte[] {1, 2, 3})
                .append(RequestBody.of(Files.write(file, LARGE)))
                .append(RequestBody.of(new byte[] {4}))
                .append(RequestBody.none())
                .append(RequestBody.of(small))
                .append(RequestBody.of(new byte[] {5, 6}));
        byte[] expected =
                concat(new byte[] {1, 2, 3}, LARGE, new byte[] {4}, Bytes.counting(70_000), new byte[] {5, 6});
        RawServer server = serve(RawResponse.ok());
        Transport transport = open();

        for (int i = 0; i < 2; i++) {
            assertThat(call(transport, post(server, body)).response().status()).isEqualTo(200);
            ReceivedRequest received = server.requests().get(i);
            assertThat(received.headers().allValues("Content-Length"))
                    .as("header Content-Length")
                    .containsExactly(String.valueOf(expected.length));
            assertThat(received.headers().firstValue("Transfer-Encoding"))
                    .as("header Transfer-Encoding")
                    .isEmpty();
            assertThat(Arrays.equals(received.body(), expected)).as("body").isTrue();
        }
        assertThat(server.accepted()).as("connections to the server").isEqualTo(1);
        assertClosed();
    }

    /** A server never receives a complete request with part of a file. */
    @Test
    void reportsAFileThatGrew() throws IOException {
        RequestBody body = RequestBody.of(Files.write(file, LARGE));
        Files.write(file, new byte[] {7, 7, 7}, StandardOpenOption.APPEND);

        assertNotSentCompletely(Fault.FILE_BECAME_LONGER, body);
    }

    @Test
    void reportsAFileThatShrank() throws IOException {
        RequestBody body = RequestBody.of(Files.write(file, LARGE));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(1_000_000);
        }

        assertNotSentCompletely(Fault.FILE_BECAME_SHORTER, body);
    }

    @Test
    void reportsADeletedFile() throws IOException {
        RequestBody body = RequestBody.of(Files.write(file, LARGE));
        Files.delete(file);

        assertNotSentCompletely(Fault.FILE_IS_GONE, body);
    }

    static Stream<Named<byte[]>> responses() {
        return Stream.of(
                Named.of("with a length", RawResponse.of(200).body(LARGE)),
                Named.of("in chunks", RawResponse.of(200).chunked(LARGE, 100_000)),
                Named.of(
                        "until the server closes",
                        RawResponse.of(200).header("Connection", "close").followedBy(LARGE)));
    }

    @ParameterizedTest(name = "{arguments}")
    @MethodSource("responses")
    void writesAResponseToTheFile(byte[] response) throws IOException {
        RawServer server = serve((request, connection) -> {
            connection.write(response);
            connection.close();
        });
        Files.write(file, Bytes.counting(5_000_000));

        Outcome outcome = download(open(), server).outcome(bound().multipliedBy(4));

        assertThat(outcome.response().status()).isEqualTo(200);
        assertThat(Arrays.equals(Files.readAllBytes(file), LARGE)).as("file").isTrue();
        assertClosed();
    }

    static Stream<Named<byte[]>> emptyAnswers() {
        return Stream.of(
                Named.of("with a length", RawResponse.of(200).body(new byte[0])),
                Named.of("in chunks", RawResponse.of(200).chunked(new byte[0], 1)),
                Named.of("status 204", RawResponse.of(204).head()),
                Named.of(
                        "until the server closes",
                        RawResponse.of(200).header("Connection", "close").head()));
    }

    @ParameterizedTest(name = "{arguments}")
    @MethodSource("emptyAnswers")
    void writesAnEmptyResponseAsAnEmptyFile(byte[] response) throws IOException {
        RawServer server = serve((request, connection) -> {
            connection.write(response);
            connection.close();
        });
        Files.write(file, new byte[] {1, 2, 3});

        soon(download(open(), server)).response();

        assertThat(file).isEmptyFile();
    }

    @ParameterizedTest(name = "{arguments}")
    @EnumSource(
            names = {
                "CLOSES_BEFORE_BODY",
                "CLOSES_IN_BODY",
                "RESETS_IN_BODY",
                "CLOSES_IN_CHUNK",
                "RESETS_BETWEEN_CHUNKS",
                "CHUNK_SIZE_IS_NO_NUMBER"
            })
    void reportsABrokenDownloadAndClosesTheFile(Fault fault) {
        Gate gate = new Gate();
        RawServer server = serve(gate.probeOr((request, connection) -> fault.play(connection)));
        Transport transport = open(2);

        for (int i = 0; i < 3; i++) {
            fault.assertReported(soon(download(transport, server)));
            server.awaitOpen(0);
            assertClosed();
        }
        assertPoolComplete(2, transport, server, gate);
    }

    @ParameterizedTest(name = "{arguments}")
    @EnumSource(names = {"HALF_A_BODY", "DRIPPING_BODY", "DRIPPING_CHUNKS"})
    void anAbortEndsADownloadAndClosesTheFile(Stall stall) {
        Gate gate = new Gate();
        RawServer server = serve(stall.orProbe(gate));
        Transport transport = open(1);
        PendingExchange pending = download(transport, server);
        server.awaitRequests(1);
        pending.assertPending(bound().dividedBy(20));

        pending.exchange().abort();

        Fault.ABORTED_IN_FLIGHT.assertReported(soon(pending));
        server.awaitOpen(0);
        assertClosed();
        assertPoolComplete(1, transport, server, gate);
    }

    /** Repeated, since the outcome may depend on the progress of the download. */
    @Test
    void closingTheTransportEndsADownloadAndClosesTheFile() throws IOException {
        RawServer server = serve((request, connection) -> Stall.HALF_A_BODY.play(connection));
        for (int i = 1; i <= 30; i++) {
            Files.deleteIfExists(file);
            Transport transport = open();
            PendingExchange download = download(transport, server);
            server.awaitRequests(i);
            if (i % 3 == 0) {
                awaitWritten();
            } else if (i % 3 == 1) {
                assertThat(new Gate().opensWithin(Duration.ofMillis(i))).isFalse();
            }

            transport.close();

            Fault.CLOSED_IN_FLIGHT.assertReported(soon(download));
            server.awaitOpen(0);
            assertClosed();
        }
    }

    private void awaitWritten() {
        assertThat(Conditions.poll(() -> file.toFile().length() > 0, bound()))
                .as("the file has content")
                .isTrue();
    }

    /** The file exceeds the buffers of the sockets, so that the transport has to wait for the server. */
    @Test
    void reportsProgressOfAnUpload() throws IOException {
        RequestBody body = RequestBody.of(Bytes.sparse(file, 64_000_000));
        Gate more = new Gate();
        RawServer server = closing(RawServer.scripted(connection -> {
            connection.skip(1_000_000);
            more.pass();
            connection.hold();
        }));
        PendingExchange upload = start(open(), post(server, body));

        assertReportsProgress(upload, more);

        upload.exchange().abort();
        Fault.ABORTED_IN_FLIGHT.assertReported(soon(upload));
    }

    @Test
    void reportsProgressOfADownload() {
        Gate more = new Gate();
        RawServer server = serve((request, connection) -> {
            byte[] response = RawResponse.of(200).body(LARGE);
            connection.write(Arrays.copyOf(response, response.length / 2));
            more.pass();
            connection.write(Arrays.copyOfRange(response, response.length / 2, response.length));
        });
        PendingExchange download = download(open(), server);

        assertReportsProgress(download, more);

        assertThat(soon(download).response().status()).isEqualTo(200);
    }

    /** Part of the body moves at once, the rest when the gate opens. */
    private void assertReportsProgress(PendingExchange transfer, Gate more) {
        transfer.exchange().awaitProgress(0);
        transfer.assertPending(bound().dividedBy(20));
        int before = transfer.exchange().progress();

        more.open();

        transfer.exchange().awaitProgress(before);
    }

    private void assertNotSentCompletely(Fault fault, RequestBody body) {
        Gate gate = new Gate();
        RawServer server = serve(gate.holding(RawResponse.ok()));
        Transport transport = open(1);

        assertFailsTwice(fault, transport, post(server, body));

        server.awaitOpen(0);
        server.assertRequests(0);
        assertClosed();
        assertPoolComplete(1, transport, server, gate);
    }

    private void assertClosed() {
        assertThat(FileDescriptors.isClosed(file, bound()))
                .as("the file is closed")
                .isTrue();
    }

    private PendingExchange download(Transport transport, RawServer server) {
        return PendingExchange.start(transport, get(server, "/download"), TestExchange.into(file));
    }

    private static TransportRequest post(RawServer server, RequestBody body) {
        return TransportRequest.of("POST", server.origin(), "/upload", Headers.none(), body);
    }

    private static byte[] concat(byte[]... parts) {
        int length = Stream.of(parts).mapToInt(part -> part.length).sum();
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
