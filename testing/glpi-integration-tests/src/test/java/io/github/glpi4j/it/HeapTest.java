package io.github.glpi4j.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Large responses in a JVM with a heap of 128 MB and the default {@code maxResponseBytes} of 32 MiB. */
@Timeout(300)
class HeapTest {

    private static final int MEBIBYTE = 1 << 20;

    /** Calls {@code initSession} on each base URL and prints the result. */
    static final class Main {

        private Main() {}

        public static void main(String[] args) {
            Way way = Way.valueOf(args[0]);
            for (String url : List.of(args).subList(1, args.length)) {
                try (GlpiClient glpi = way.client(url)
                        .credentials(Credentials.userToken("token"))
                        .build()) {
                    System.out.println(way.run(glpi.initSession()).sessionToken());
                } catch (GlpiException e) {
                    System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
                }
            }
        }
    }

    /** A response to initSession with a large amount of white space. */
    private static byte[] session(int mebibytes, boolean compressed) throws IOException {
        byte[] piece = new byte[MEBIBYTE];
        Arrays.fill(piece, (byte) ' ');
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = compressed ? new GZIPOutputStream(bytes) : bytes) {
            out.write("{\"session_token\":\"received\"".getBytes(UTF_8));
            for (int i = 0; i < mebibytes; i++) {
                out.write(piece);
            }
            out.write('}');
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @EnumSource
    void responseLimitBoundsTheHeap(Way way) throws Exception {
        byte[] bomb = session(1024, true);
        byte[] large = session(31, false);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/bomb", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            respond(exchange, bomb);
        });
        server.createContext("/large", exchange -> respond(exchange, large));
        server.start();
        try {
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx128m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Main.class.getName(),
                            way.name(),
                            base + "/bomb",
                            base + "/large")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            List<String> printed = new String(process.getInputStream().readAllBytes(), UTF_8)
                    .lines()
                    .toList();
            assertThat(printed).hasSize(2);
            assertThat(printed.get(0)).startsWith("GlpiProtocolException: ").contains("more than 33554432 bytes");
            assertThat(printed.get(1)).isEqualTo("received");
        } finally {
            server.stop(0);
        }
    }

    private static void respond(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }
}
