package io.github.glpi4j.transport.tck.endtoend;

import static io.github.glpi4j.transport.tck.endtoend.CallMode.assertSent;
import static io.github.glpi4j.transport.tck.endtoend.GlpiResponses.othersMeet;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.Call;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.GlpiTimeoutException;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.client.CheckingListener;
import io.github.glpi4j.transport.tck.client.FileDescriptors;
import io.github.glpi4j.transport.tck.server.Bytes;
import io.github.glpi4j.transport.tck.server.Gate;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.ReceivedRequest;
import io.github.glpi4j.transport.tck.server.Stall;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The timeouts of {@code GlpiClient} hold wherever an exchange hangs: the call timeout of an ordinary call, and the
 * idle timeout of a file, which may take any time as long as data moves.
 *
 * <p>The cases spend their time waiting, so they run in parallel with each other where JUnit's parallel execution is
 * enabled. The class itself does not: other classes count threads.
 */
@Timeout(120)
public abstract class TimeoutContract extends TransportContract {

    private static final int CONNECTIONS = 2;
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(3);

    /** How long slow transfers take in all. */
    private static final Duration SLOW = IDLE_TIMEOUT.plusSeconds(1);

    /** For the first call, which includes whatever the client and the transport start or load once. */
    private static final Duration WARM_UP = Duration.ofSeconds(30);

    private static final long MORE_THAN_SOCKETS_HOLD = 64_000_000;

    @TempDir
    private Path folder;

    @TempDir
    private Path uploads;

    /** For the transport's own test class. */
    protected TimeoutContract() {}

    static Stream<Arguments> stalls() {
        return CallMode.each(Arrays.stream(Stall.values()));
    }

    static Stream<Arguments> idleDownloads() {
        return CallMode.each(Stream.of(Stall.SILENCE, Stall.HALF_THE_HEADERS, Stall.HALF_A_BODY, Stall.HALF_A_CHUNK));
    }

    static Stream<Arguments> drippingDownloads() {
        return CallMode.each(Stream.of(Stall.DRIPPING_BODY, Stall.DRIPPING_CHUNKS, Stall.DRIPPING_UNTIL_CLOSE));
    }

    /** A session that has made a call already, so that a timeout measures nothing but the case. */
    private GlpiSession session(RawServer server, int connections, Duration callTimeout) {
        GlpiSession session = closing(GlpiClient.builder(server.origin().toString())
                        .listener(new CheckingListener())
                        .transport(open(TransportSettings.builder()
                                .maxConnections(connections)
                                .build()))
                        .callTimeout(callTimeout)
                        .build())
                .session("session-token");
        assertThat(session.getMyProfiles().timeout(WARM_UP).execute()).hasSize(1);
        return session;
    }

    @ParameterizedTest(name = "{arguments}")
    @Execution(ExecutionMode.CONCURRENT)
    @MethodSource("stalls")
    void theCallTimeoutHolds(Stall stall, CallMode mode) {
        RawServer server = serve(othersMeet((request, connection) -> stall.play(connection)));
        GlpiSession session = session(server, CONNECTIONS, CALL_TIMEOUT);

        for (int i = 1; i <= CONNECTIONS + 1; i++) {
            assertTimesOut(mode, session.changeActiveProfile(4), CALL_TIMEOUT, "2000 ms");
            assertThat(server.awaitRequests(1 + i)).hasSize(1 + i);
            server.awaitOpen(0);
        }
    }

    @ParameterizedTest(name = "{arguments}")
    @Execution(ExecutionMode.CONCURRENT)
    @EnumSource
    void theCallTimeoutCoversTheQueueAndSaysSo(CallMode mode) {
        RawServer server = serve(othersMeet((request, connection) -> connection.hold()));
        GlpiSession session = session(server, 1, WARM_UP);
        CompletableFuture<?> holder = session.getFullSession().executeAsync();
        server.awaitRequests(2);

        Throwable failure = mode.failure(session.changeActiveProfile(4).timeout(CALL_TIMEOUT));

        assertThat(failure).isExactlyInstanceOf(GlpiTimeoutException.class).hasMessageContaining("maxConnections");
        assertSent(failure, false);
        assertThat(holder).isNotDone();
        server.assertRequests(2);
        holder.cancel(true);
        server.awaitOpen(0);
    }

    @ParameterizedTest(name = "{arguments}")
    @Execution(ExecutionMode.CONCURRENT)
    @MethodSource("idleDownloads")
    void endsAnIdleDownload(Stall stall, CallMode mode) throws IOException {
        Destination destination = Destination.in(folder);
        RawServer server = serve(othersMeet((request, connection) -> stall.playFile(connection)));
        GlpiSession session = session(server, CONNECTIONS, IDLE_TIMEOUT);

        assertTimesOut(mode, session.documents().download(7, destination.file()), IDLE_TIMEOUT, "nothing moved");

        destination.assertUnchanged(bound());
        server.awaitOpen(0);
    }

    @ParameterizedTest(name = "{arguments}")
    @Execution(ExecutionMode.CONCURRENT)
    @MethodSource("drippingDownloads")
    void theCallTimeoutBoundsADownload(Stall stall, CallMode mode) throws IOException {
        Destination destination = Destination.in(folder);
        RawServer server = serve(othersMeet((request, connection) -> stall.playFile(connection)));
        GlpiSession session = session(server, CONNECTIONS, WARM_UP);
        Call<?> download = session.documents().download(7, destination.file()).timeout(CALL_TIMEOUT);

        assertTimesOut(mode, download, CALL_TIMEOUT, "within 2000 ms");

        destination.assertUnchanged(bound());
        server.awaitOpen(0);
    }

    private void assertTimesOut(CallMode mode, Call<?> call, Duration limit, String message) {
        long start = System.nanoTime();
        Throwable failure = mode.failure(call);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(limit.plus(bound()));
        assertThat(failure).isExactlyInstanceOf(GlpiTimeoutException.class).hasMessageContaining(message);
        assertSent(failure, true);
    }

    @ParameterizedTest(name = "{arguments}")
    @Execution(ExecutionMode.CONCURRENT)
    @EnumSource
    void completesASlowDownload(CallMode mode) throws IOException {
        Destination destination = Destination.in(folder);
        RawServer server = serve(othersMeet((request, connection) -> {
            connection.write(
                    GlpiResponses.file().header("Content-Length", "100").head());
            Gate pace = new Gate();
            for (int i = 0; i < 100; i++) {
                assertThat(pace.opensWithin(SLOW.dividedBy(100))).isFalse();
                connection.write("x");
            }
        }));
        GlpiSession session = session(server, CONNECTIONS, IDLE_TIMEOUT);

        assertThat(mode.run(session.documents().download(7, destination.file())))
                .isEqualTo(destination.downloaded());
        assertThat(destination.file()).hasSize(100);
    }

    @ParameterizedTest(name = "{arguments}")
    @Execution(ExecutionMode.CONCURRENT)
    @EnumSource
    void completesASlowUpload(CallMode mode) throws IOException {
        RawServer server = receiving((head, connection) -> {
            long length =
                    Long.parseLong(head.headers().firstValue("Content-Length").orElseThrow());
            Gate pace = new Gate();
            for (int i = 0; i < 100; i++) {
                assertThat(pace.opensWithin(SLOW.dividedBy(100))).isFalse();
                connection.skip(length / 100);
            }
            connection.skip(length % 100);
            connection.write(GlpiResponses.uploaded());
        });
        GlpiSession session = session(server, CONNECTIONS, IDLE_TIMEOUT);

        assertThat(mode.run(session.documents().upload(sparse())).id()).isEqualTo(7);
    }

    /** The server reads a part and no more, but keeps the connection open. */
    @ParameterizedTest(name = "{arguments}")
    @Execution(ExecutionMode.CONCURRENT)
    @EnumSource
    void endsAnIdleUpload(CallMode mode) throws IOException {
        Gate end = new Gate();
        RawServer server = receiving((head, connection) -> {
            connection.skip(100_000);
            end.pass();
        });
        closing((AutoCloseable) end::open);
        GlpiSession session = session(server, CONNECTIONS, IDLE_TIMEOUT);
        Path file = sparse();

        assertTimesOut(mode, session.documents().upload(file), IDLE_TIMEOUT, "nothing moved");

        assertThat(FileDescriptors.isClosed(file.toRealPath(), bound()))
                .as("the file is closed")
                .isTrue();
    }

    /** A server that leaves the body of an upload to the case, and does not confirm the upload afterwards. */
    private RawServer receiving(RawServer.Responder upload) {
        return closing(RawServer.scripted(connection -> {
            ReceivedRequest head = connection.readWithoutBody();
            while (head != null && GlpiResponses.isFor(head, "getMyProfiles")) {
                connection.write(GlpiResponses.json(200).body(GlpiResponses.PROFILES));
                head = connection.readWithoutBody();
            }
            if (head != null && head.requestLine().startsWith("POST ")) {
                upload.respond(head, connection);
            }
        }));
    }

    private Path sparse() throws IOException {
        return Bytes.sparse(uploads.resolve("sparse"), MORE_THAN_SOCKETS_HOLD);
    }
}
