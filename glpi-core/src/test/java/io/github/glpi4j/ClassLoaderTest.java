package io.github.glpi4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.glpi4j.item.ItemMapper;
import io.github.glpi4j.session.InitSessionResponse;
import io.github.glpi4j.transport.BlockingTransport;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;

/** No thread of a client keeps an application, or the library that it brought along, from being unloaded. */
@Timeout(120)
class ClassLoaderTest {

    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
    private final ExecutorService container = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        container.shutdownNow();
    }

    /** Makes a client start each of its threads, and reads and writes JSON on the calling thread. */
    static void use(GlpiClient client) {
        InitSessionResponse opened = client.initSession().execute();
        String written = ItemMapper.standard().write(Map.of("token", opened.sessionToken()));
        Map<?, ?> read = ItemMapper.standard().read(written, Map.class);
        if (!"t".equals(read.get("token"))) {
            throw new AssertionError(written);
        }
        client.initSession().executeAsync().join();
        CompletableFuture<?> unused = client.session("silent")
                .getFullSession()
                .timeout(SHORT)
                .executeAsync()
                .handle((session, failure) -> failure);
        unused.join();
    }

    static GlpiClient client(SilentGlpi silent) {
        BlockingTransport transport = (request, exchange) -> request.target().contains("initSession")
                ? StubGlpi.response(200, StubGlpi.JSON, "{\"session_token\":\"t\"}")
                : ((BlockingTransport) silent.transport(StubGlpi.Way.BLOCKING_EXECUTE)).exchange(request, exchange);
        return silent.client(StubGlpi.Way.BLOCKING_EXECUTE).transport(transport).build();
    }

    /** Runs in the class loader of an application that has the library for itself. */
    static final class Application implements Runnable {

        @Override
        public void run() {
            try (GlpiClient client = client(new SilentGlpi())) {
                use(client);
            }
        }
    }

    @Test
    void threadsInheritNoContextClassLoader() throws Exception {
        try (GlpiClient client = client(new SilentGlpi())) {
            PhantomReference<ClassLoader> loader = useFrom(client);
            assertCollected(loader); // while the client is open
        }
    }

    private PhantomReference<ClassLoader> useFrom(GlpiClient client) throws Exception {
        ClassLoader application = new URLClassLoader(new URL[0], ClassLoaderTest.class.getClassLoader());
        inThreadOf(application, () -> use(client));
        return new PhantomReference<>(application, collected);
    }

    @Test
    void anApplicationIsCollectedAfterItClosesItsClient() throws Exception {
        assertCollected(useIsolated());
    }

    private PhantomReference<ClassLoader> useIsolated() throws Exception {
        URL[] classPath = List.of(
                        GlpiClient.class,
                        ClassLoaderTest.class,
                        JsonParser.class,
                        ObjectMapper.class,
                        JsonCreator.class,
                        Logger.class,
                        Nullable.class)
                .stream()
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .toArray(URL[]::new);
        ClassLoader application = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader());
        Class<?> type = application.loadClass(Application.class.getName());
        assertThat(type.getClassLoader()).isSameAs(application);
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        inThreadOf(application, (Runnable) constructor.newInstance());
        return new PhantomReference<>(application, collected);
    }

    /** On a thread that stays alive, as those of a container do. */
    private void inThreadOf(ClassLoader application, Runnable task) throws Exception {
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
                })
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private void assertCollected(PhantomReference<ClassLoader> loader) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Reference<? extends ClassLoader> seen = null;
        while (seen == null && System.nanoTime() < end) {
            System.gc();
            seen = collected.remove(SHORT.toMillis());
        }
        assertThat(seen).as("the collected class loader").isSameAs(loader);
    }
}
