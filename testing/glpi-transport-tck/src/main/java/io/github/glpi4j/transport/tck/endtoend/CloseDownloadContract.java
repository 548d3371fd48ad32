package io.github.glpi4j.transport.tck.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiException;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.Seed;
import io.github.glpi4j.transport.tck.TransportContract;
import io.github.glpi4j.transport.tck.client.CheckingListener;
import io.github.glpi4j.transport.tck.client.Conditions;
import io.github.glpi4j.transport.tck.client.FileDescriptors;
import io.github.glpi4j.transport.tck.server.Fault;
import io.github.glpi4j.transport.tck.server.Gate;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.ServerConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A client closed at any moment of a download leaves no file, no open descriptor and no call that hangs. */
@Timeout(300)
public abstract class CloseDownloadContract extends TransportContract {

    private static final byte[] PIECE = new byte[400_000];
    private static final int LATEST_MILLIS = 40;

    @TempDir
    private Path folder;

    /** For the transport's own test class. */
    protected CloseDownloadContract() {}

    /** {@return the number of clients; 80 unless the factory changes it} */
    protected int clients() {
        return factory().repetitions(80);
    }

    @Test
    void leavesNothing(Seed seed) throws Exception {
        Random random = seed.random();
        RawServer server = serve((request, connection) -> send(connection));
        Path real = folder.toRealPath();
        for (int i = 0; i < clients(); i++) {
            GlpiClient glpi = closing(GlpiClient.builder(server.origin().toString())
                    .listener(new CheckingListener())
                    .transport(() -> factory().create(TransportSettings.defaults()))
                    .build());
            CompletableFuture<?> download = glpi.session("session-token")
                    .documents()
                    .download(7, real.resolve("file"))
                    .executeAsync()
                    .handle((done, failure) -> failure == null ? new AssertionError("it succeeded") : failure);
            server.awaitRequests(i + 1);
            assertThat(new Gate().opensWithin(Duration.ofMillis(random.nextInt(LATEST_MILLIS))))
                    .isFalse();

            glpi.close();

            assertThat(download.get(bound().toMillis(), TimeUnit.MILLISECONDS))
                    .as("client %s", i)
                    .isInstanceOf(GlpiException.class);
        }
        server.awaitOpen(0);
        assertThat(Conditions.poll(() -> isEmpty(real), bound()))
                .as("no file is left")
                .isTrue();
        assertThat(FileDescriptors.areClosed(real, bound()))
                .as("all files are closed")
                .isTrue();
    }

    /** Sends without end, so that the client is writing the file when it is closed. */
    private static void send(ServerConnection connection) throws IOException {
        connection.write("HTTP/1.1 200 OK\r\n" + Fault.NAMED + "Content-Length: " + Long.MAX_VALUE / 100 + "\r\n\r\n");
        while (true) {
            connection.write(PIECE);
        }
    }

    private static boolean isEmpty(Path folder) {
        String[] names = folder.toFile().list();
        return names != null && names.length == 0;
    }
}
