package io.github.glpi4j.transport.tck.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.document.Documents;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.client.CheckingListener;
import io.github.glpi4j.transport.tck.client.PendingExchange;
import io.github.glpi4j.transport.tck.client.TestExchange;
import io.github.glpi4j.transport.tck.server.Bytes;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.ReceivedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Transfers of a gibibyte, on the transport and through the library, in a heap of a fraction of that size. */
@Tag("heavy")
@Timeout(300)
public abstract class LargeFileContract extends TransportContract {

    private static final long GIBIBYTE = 1L << 30;
    private static final Duration TIMEOUT = Duration.ofMinutes(4);

    @TempDir
    private Path folder;

    /** For the transport's own test class. */
    protected LargeFileContract() {}

    @BeforeEach
    final void requireASmallHeap() {
        assertThat(Runtime.getRuntime().maxMemory())
                .as("the heap: run with -Xmx64m")
                .isLessThan(GIBIBYTE / 8);
    }

    private Path sparse() throws IOException {
        return Bytes.sparse(folder.resolve("up.bin"), GIBIBYTE);
    }

    /** Receives one upload and reports its length. Requests without a body, which check it, find nothing. */
    private RawServer receiving(CompletableFuture<Long> taken, String response) {
        return closing(RawServer.scripted(connection -> {
            ReceivedRequest head = Objects.requireNonNull(connection.readWithoutBody());
            Optional<String> length = head.headers().firstValue("Content-Length");
            if (length.isEmpty()) {
                connection.write(RawResponse.of(404).body(new byte[0]));
                return;
            }
            connection.skip(Long.parseLong(length.get()));
            taken.complete(Long.valueOf(length.get()));
            connection.write(RawResponse.of(201)
                    .header("Content-Type", "application/json")
                    .body(response.getBytes(UTF_8)));
        }));
    }

    private RawServer sending() {
        return serve((request, connection) -> {
            connection.write(RawResponse.of(200)
                    .header("Content-Disposition", "attachment; filename=\"down.bin\"")
                    .header("Content-Length", String.valueOf(GIBIBYTE))
                    .head());
            byte[] piece = new byte[1 << 20];
            for (long left = GIBIBYTE; left > 0; left -= piece.length) {
                connection.write(piece);
            }
        });
    }

    private Documents documents(RawServer server) {
        return closing(GlpiClient.builder(server.origin().toString())
                        .listener(new CheckingListener())
                        .transport(open())
                        .build())
                .session("session-token")
                .documents();
    }

    @Test
    void aGibibyteGoesUp() throws Exception {
        CompletableFuture<Long> taken = new CompletableFuture<>();
        RawServer server = receiving(taken, "{}");
        TransportRequest request =
                TransportRequest.of("POST", server.origin(), "/", Headers.none(), RequestBody.of(sparse()));

        assertThat(start(open(), request).outcome(TIMEOUT).response().status()).isEqualTo(201);

        assertThat(taken.get(1, TimeUnit.SECONDS)).isEqualTo(GIBIBYTE);
    }

    @Test
    void aGibibyteComesDown() throws IOException {
        Path file = folder.resolve("down.bin");
        PendingExchange download = PendingExchange.start(open(), get(sending(), "/"), TestExchange.into(file));

        assertThat(download.outcome(TIMEOUT).response().status()).isEqualTo(200);

        assertThat(Files.size(file)).isEqualTo(GIBIBYTE);
    }

    @ParameterizedTest(name = "{arguments}")
    @EnumSource
    void aDocumentOfAGibibyteGoesUp(CallMode mode) throws Exception {
        CompletableFuture<Long> taken = new CompletableFuture<>();
        RawServer server = receiving(taken, "{\"id\":7,\"upload_result\":{\"filename\":[{\"display\":\"up.bin\"}]}}");

        assertThat(mode.run(documents(server).upload(sparse())).id()).isEqualTo(7);

        assertThat(taken.get(1, TimeUnit.SECONDS)).isGreaterThan(GIBIBYTE);
    }

    @ParameterizedTest(name = "{arguments}")
    @EnumSource
    void aDocumentOfAGibibyteComesDown(CallMode mode) {
        Path file = folder.resolve("down.bin");

        assertThat(mode.run(documents(sending()).download(7, file)).file()).hasSize(GIBIBYTE);
    }
}
