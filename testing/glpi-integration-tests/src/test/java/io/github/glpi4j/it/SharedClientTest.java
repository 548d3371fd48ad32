package io.github.glpi4j.it;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.session.InitSessionResponse;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.transport.tck.client.CheckingListener;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One client for many threads, and its resources after close(). */
@Timeout(120)
class SharedClientTest {

    /** Started once for the whole JVM by the JDK and by Netty, whoever uses them; named in docs/threading.md. */
    private static final List<String> NOT_OURS = List.of(
            "CompletableFutureDelayScheduler", "ForkJoinPool", "globalEventExecutor", "process reaper", "Cleaner");

    private static final List<String> JETTY = List.of("qtp", "Connector-Scheduler");

    @ParameterizedTest
    @EnumSource
    void fiftyThreadsShareAClient(Way way) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(50);
        try (FakeGlpi fake = FakeGlpi.start();
                GlpiClient glpi = way.client(fake.url())
                        .credentials(Credentials.basic("glpi", "glpi"))
                        .build()) {
            List<Future<String>> tokens = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                tokens.add(threads.submit(() -> {
                    String token = way.run(glpi.initSession()).sessionToken();
                    way.run(glpi.session(token).getFullSession());
                    way.run(glpi.session(token).killSession());
                    return token;
                }));
            }
            Set<String> distinct = new HashSet<>();
            for (Future<String> token : tokens) {
                distinct.add(token.get());
            }
            assertThat(distinct).hasSize(200);
            assertThat(fake.loginCount()).isEqualTo(200);
            assertThat(fake.sessions()).isEmpty();
        } finally {
            threads.shutdown();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"apache", "vertx"})
    void executeAsyncNeverBlocksTheCaller(String transport) throws Exception {
        // The server only responds after executeAsync() has returned: a caller that blocked would never get there.
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                GlpiClient glpi = GlpiClient.builder("http://127.0.0.1:" + server.getLocalPort())
                        .listener(new CheckingListener())
                        .transport(transport)
                        .credentials(Credentials.userToken("token"))
                        .build()) {
            List<CompletableFuture<InitSessionResponse>> results = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                results.add(glpi.initSession().executeAsync());
            }
            assertThat(results).noneMatch(CompletableFuture::isDone);
            for (int i = 0; i < 10; i++) {
                try (Socket connection = server.accept()) {
                    readHead(connection.getInputStream());
                    String body = "{\"session_token\":\"t\"}";
                    connection
                            .getOutputStream()
                            .write(("HTTP/1.1 200 OK\r\nContent-Length: " + body.length()
                                            + "\r\nConnection: close\r\n\r\n" + body)
                                    .getBytes(StandardCharsets.US_ASCII));
                }
            }
            for (CompletableFuture<InitSessionResponse> result : results) {
                assertThat(result.get(30, SECONDS).sessionToken()).isEqualTo("t");
            }
        }
    }

    /** Unread input would turn the close into a reset and could lose the response. */
    private static void readHead(InputStream in) throws IOException {
        for (int newlines = 0; newlines < 2; ) {
            int next = in.read();
            assertThat(next).as("a whole request").isNotNegative();
            newlines = next == '\n' ? newlines + 1 : next == '\r' ? newlines : 0;
        }
    }

    @ParameterizedTest
    @EnumSource
    void closeLeavesNoThread(Way way) {
        try (FakeGlpi fake = FakeGlpi.start()) {
            Set<Thread> before = Thread.getAllStackTraces().keySet();
            try (GlpiClient glpi = way.client(fake.url())
                    .credentials(Credentials.basic("glpi", "glpi"))
                    .build()) {
                way.run(glpi.initSession());
                assertThat(ours(before)).allMatch(Thread::isDaemon);
            }
            // Threads end some time after they are asked to; this waits for them with a bound.
            for (Thread thread : ours(before)) {
                join(thread);
            }
            assertThat(ours(before)).extracting(Thread::getName).isEmpty();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The server's own threads come and go with load: they carry Jetty's names. */
    private static List<Thread> ours(Set<Thread> before) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread) && thread.isAlive())
                .filter(thread ->
                        NOT_OURS.stream().noneMatch(name -> thread.getName().contains(name)))
                .filter(thread ->
                        JETTY.stream().noneMatch(name -> thread.getName().startsWith(name)))
                .collect(Collectors.toList());
    }
}
