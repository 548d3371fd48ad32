package io.github.glpi4j.transport.vertx;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A gigabyte up and a gigabyte down in a heap of 64 MB. */
@Tag("heavy")
@Timeout(600)
class HeavyBodiesTest {

    private static final long GIGABYTE = 1L << 30;

    @TempDir
    private Path folder;

    @Test
    void a_gigabyte_each_way_fits_into_a_heap_of_64_megabytes() throws Exception {
        Path up = folder.resolve("up");
        Path down = folder.resolve("down");
        try (FileChannel sparse = FileChannel.open(
                up, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            sparse.position(GIGABYTE - 1).write(US_ASCII.encode("!"));
        }
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Long> received = CompletableFuture.supplyAsync(() -> answerOne(server));
            Process client = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            GigabyteBothWays.class.getName(),
                            "http://127.0.0.1:" + server.getLocalPort(),
                            up.toString(),
                            down.toString())
                    .redirectErrorStream(true)
                    .start();
            client.getOutputStream().close();
            String said = new String(client.getInputStream().readAllBytes(), US_ASCII);

            assertThat(client.waitFor()).as(said).isZero();
            assertThat(received.get(1, TimeUnit.SECONDS)).isEqualTo(GIGABYTE);
            assertThat(Files.size(down)).isEqualTo(GIGABYTE);
        }
    }

    /** Takes a gigabyte and gives one back. */
    private static long answerOne(ServerSocket server) {
        byte[] buffer = new byte[64 * 1024];
        try (Socket client = server.accept()) {
            InputStream in = client.getInputStream();
            OutputStream out = client.getOutputStream();
            long received = 0;
            for (int matched = 0; matched < 4; ) {
                int next = in.read();
                matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
            }
            while (received < GIGABYTE) {
                int read = in.read(buffer);
                if (read < 0) {
                    return received;
                }
                received += read;
            }
            out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + GIGABYTE + "\r\n\r\n").getBytes(US_ASCII));
            for (long left = GIGABYTE; left > 0; left -= buffer.length) {
                out.write(buffer);
            }
            return received;
        } catch (IOException e) {
            throw new AssertionError("the client let go", e);
        }
    }
}
