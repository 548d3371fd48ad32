package io.github.glpi4j.transport.vertx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiClientBuilder;
import io.github.glpi4j.GlpiTimeoutException;
import io.github.glpi4j.item.ItemMapper;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.tck.server.RawResponse;
import io.github.glpi4j.transport.tck.server.RawServer;
import io.github.glpi4j.transport.tck.server.ReceivedRequest;
import io.github.glpi4j.transport.tck.server.ServerConnection;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.File;
import java.io.IOException;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A closed client does not prevent its application from being unloaded, even while calling threads are alive. */
@Timeout(120)
class ClassLoaderTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(200);

    @TempDir
    private Path folder;

    private final ExecutorService container = Executors.newSingleThreadExecutor();
    private final ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
    private final RawServer server = RawServer.answering(ClassLoaderTest::answer);

    @AfterEach
    void stop() {
        container.shutdownNow();
        server.close();
    }

    @FunctionalInterface
    private interface ThrowingRunnable {
        void run() throws Exception;
    }

    /** Runs in the class loader of an application, on an external Vert.x or on its own. */
    static final class Application implements BiConsumer<List<String>, @Nullable Vertx> {

        @Override
        public void accept(List<String> urlAndFile, @Nullable Vertx external) {
            GlpiClientBuilder builder = GlpiClient.builder(urlAndFile.get(0)).credentials(Credentials.userToken("t"));
            if (external == null) {
                builder.transport("vertx");
            } else {
                builder.transport(() -> VertxTransport.create(external));
            }
            try (GlpiClient client = builder.build()) {
                call(client, Path.of(urlAndFile.get(1)));
            }
        }

        /** Makes a client start each of its threads and abort an exchange, and writes JSON on the calling thread. */
        static void call(GlpiClient client, Path file) {
            assertThat(client.initSession().execute().sessionToken()).isEqualTo("first");
            client.initSession().executeAsync().join();
            assertThat(ItemMapper.standard().write(List.of(1))).isEqualTo("[1]");
            client.session("own").documents().download(1, file).execute();
            assertThat(catchThrowable(() ->
                            client.session("own").getMyProfiles().timeout(SHORT).execute()))
                    .isInstanceOf(GlpiTimeoutException.class);
        }
    }

    @Test
    void is_collected_with_an_owned_vertx() throws Exception {
        assertCollected(use(applicationOf(ClassLoader.getPlatformClassLoader(), ""), null));
    }

    /** The threads of Vert.x already run: up to JDK 23 a thread keeps the class loaders of the code that started it. */
    @Test
    void is_collected_with_an_external_vertx() throws Exception {
        Vertx external = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        try {
            VertxTransport.create(external).close();
            assertCollected(use(applicationOf(new SharedClassLoader(), "(vertx|netty|jackson)-.*"), external));
        } finally {
            Verticles.await(external.close());
        }
    }

    /** The context class loader of a thread that creates and calls a client, while the client is open. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void is_collected_while_a_client_is_open(boolean external) throws Exception {
        Vertx vertx = Vertx.vertx();
        List<GlpiClient> clients = new ArrayList<>();
        try {
            assertCollected(call(clients, () -> external ? VertxTransport.create(vertx) : VertxTransport.create()));
        } finally {
            clients.forEach(GlpiClient::close);
            Verticles.await(vertx.close());
        }
    }

    private PhantomReference<ClassLoader> call(List<GlpiClient> clients, Supplier<Transport> transport)
            throws Exception {
        ClassLoader application = new URLClassLoader(new URL[0], ClassLoaderTest.class.getClassLoader());
        inContainer(application, () -> {
            GlpiClient built = GlpiClient.builder(server.origin().toString())
                    .credentials(Credentials.userToken("t"))
                    .transport(transport)
                    .build();
            clients.add(built);
            Application.call(built, folder.resolve("file"));
        });
        return new PhantomReference<>(application, collected);
    }

    private PhantomReference<ClassLoader> use(ClassLoader application, @Nullable Vertx external) throws Exception {
        inContainer(application, () -> run(application, external));
        return new PhantomReference<>(application, collected);
    }

    private void inContainer(ClassLoader application, ThrowingRunnable task) throws Exception {
        container
                .submit(() -> {
                    Thread thread = Thread.currentThread();
                    ClassLoader before = thread.getContextClassLoader();
                    thread.setContextClassLoader(application);
                    try {
                        task.run();
                    } finally {
                        thread.setContextClassLoader(before);
                    }
                    return true;
                })
                .get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    }

    @SuppressWarnings("unchecked") // the class is known only by its name
    private void run(ClassLoader application, @Nullable Vertx external) throws Exception {
        Class<?> type = application.loadClass(Application.class.getName());
        assertThat(type.getClassLoader()).isSameAs(application);
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        List<String> urlAndFile =
                List.of(server.origin().toString(), folder.resolve("file").toString());
        ((BiConsumer<List<String>, @Nullable Vertx>) constructor.newInstance()).accept(urlAndFile, external);
    }

    /** A class loader with the class path of this test except some jars. */
    private static ClassLoader applicationOf(ClassLoader parent, String without) {
        URL[] classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .filter(file -> !file.getName().matches(without))
                .map(ClassLoaderTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(classPath, parent);
    }

    private static URL url(File file) {
        try {
            return file.toURI().toURL();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** With Vert.x, and with Jackson, which keeps its buffers with each thread until memory is short. */
    private static final class SharedClassLoader extends ClassLoader {

        private static final List<String> SHARED = List.of("io.vertx.", "io.netty.", "com.fasterxml.");

        SharedClassLoader() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (SHARED.stream().anyMatch(name::startsWith)) {
                return ClassLoaderTest.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }

    private static void answer(ReceivedRequest request, ServerConnection connection) throws IOException {
        if (request.target().contains("getMyProfiles")) {
            connection.hold();
        } else if (request.target().contains("Document")) {
            connection.write(RawResponse.of(200)
                    .header("Content-Type", "application/octet-stream")
                    .header("Content-Disposition", "attachment; filename=\"a\"")
                    .body(new byte[100]));
        } else {
            connection.write(RawResponse.of(200)
                    .header("Content-Type", "application/json")
                    .body("{\"session_token\":\"first\"}".getBytes(UTF_8)));
        }
    }

    private void assertCollected(PhantomReference<ClassLoader> application) throws InterruptedException {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        Reference<? extends ClassLoader> seen = null;
        while (seen == null && System.nanoTime() < end) {
            System.gc();
            seen = collected.remove(SHORT.toMillis());
        }
        assertThat(seen).as("the collected class loader").isSameAs(application);
    }
}
