package io.github.glpi4j.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LONG;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiException;
import io.github.glpi4j.transport.TransportSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How much memory a client uses, measured in a separate JVM. */
@Timeout(300)
class HeapTest {

    private static final int MEBIBYTE = 1 << 20;

    private static final int CONNECTIONS = 500;

    /** A connection has some 13 KB. */
    private static final int BYTES_PER_CONNECTION = 3000;

    /** Calls {@code initSession} on each base URL and prints the result. */
    static final class Logins {

        private Logins() {}

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

    /** Calls {@code initSession} and prints by how many bytes that has enlarged the heap. */
    static final class Growth {

        private Growth() {}

        public static void main(String[] args) {
            Way way = Way.valueOf(args[0]);
            try (GlpiClient glpi = way.client(args[1])
                    .credentials(Credentials.userToken("token"))
                    .transportSettings(TransportSettings.builder()
                            .connectTimeout(Duration.ofMinutes(10))
                            .build())
                    .build()) {
                long before = 0;
                for (int i = -CONNECTIONS; i < CONNECTIONS; i++) {
                    if (i == 0) {
                        before = usedHeap();
                    }
                    Object unused = way.run(glpi.initSession());
                }
                System.out.println(usedHeap() - before);
            }
        }

        private static long usedHeap() {
            System.gc();
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
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

    /** With the default {@code maxResponseBytes} of 32 MiB. */
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
            List<String> printed = run(Logins.class, way, base + "/bomb", base + "/large");
            assertThat(printed).hasSize(2);
            assertThat(printed.get(0)).startsWith("GlpiProtocolException: ").contains("more than 33554432 bytes");
            assertThat(printed.get(1)).isEqualTo("received");
        } finally {
            server.stop(0);
        }
    }

    /** A server without keep-alive gets a connection for each call. */
    @ParameterizedTest
    @EnumSource
    void closedConnectionsAreNotKept(Way way) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Connection", "close");
            respond(exchange, "{\"session_token\":\"received\"}".getBytes(UTF_8));
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            assertThat(run(Growth.class, way, url))
                    .singleElement()
                    .extracting(Long::valueOf, LONG)
                    .isLessThan((long) CONNECTIONS * BYTES_PER_CONNECTION);
        } finally {
            server.stop(0);
        }
    }

    /** {@return the lines that a main class prints in a JVM with a small heap} */
    private static List<String> run(Class<?> main, Way way, String... urls) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                way.name()));
        command.addAll(List.of(urls));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();
    }

    private static void respond(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }
}
