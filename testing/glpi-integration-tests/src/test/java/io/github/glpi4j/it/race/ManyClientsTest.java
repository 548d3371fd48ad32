package io.github.glpi4j.it.race;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Clients that are built, used and closed at random times leave nothing behind: no session, socket, descriptor, thread,
 * file or memory, and, on Apache, no class loader of an application.
 *
 * <p>{@code -Dglpi4j.race.seed=17} repeats a run.
 */
@Timeout(600)
class ManyClientsTest {

    private static final int THREADS = 3;
    private static final long MOST_BYTES_MORE = 4_000_000;

    private static Glpi glpi;
    private static ExternalVertx vertx;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        glpi = new Glpi();
        vertx = new ExternalVertx(glpi.fake().port());
    }

    @AfterAll
    static void stop() {
        vertx.close();
        glpi.close();
    }

    @ParameterizedTest
    @EnumSource
    void aFewLeaveNothing(Engine engine) throws Exception {
        assertNothingIsLeft(engine, 3, 9);
    }

    @Tag("heavy")
    @ParameterizedTest
    @EnumSource
    void aThousandLeaveNothing(Engine engine) throws Exception {
        assertNothingIsLeft(engine, 20, 51);
    }

    private void assertNothingIsLeft(Engine engine, int batches, int clients) throws Exception {
        long seed = Long.getLong("glpi4j.race.seed", 1);
        String name = engine + ", seed " + seed;
        Random random = new Random(seed);
        // The JDK and the engines open some things once per JVM.
        assertCollected(name, live(engine, random.nextLong(), clients));
        checkFiles(name);
        Leftovers leftovers = new Leftovers(folder, engine == Engine.EXTERNAL_VERTX ? List.of("vert.x-") : List.of());
        long heap = heap();
        for (int batch = 0; batch < batches; batch++) {
            List<WeakReference<?>> gone = live(engine, random.nextLong(), clients);
            assertThat(glpi.tokens()).as("%s: sessions", name).isEmpty();
            assertThat(leftovers.left()).as("%s: left", name).isEmpty();
            checkFiles(name);
            assertCollected(name, gone);
        }
        assertThat(growth(heap)).as("%s: bytes more", name).isLessThan(MOST_BYTES_MORE);
    }

    /** Runs clients; returns objects that must be collectable afterwards. */
    private List<WeakReference<?>> live(Engine engine, long seed, int clients) throws Exception {
        glpi.reset(seed);
        Random random = new Random(seed);
        ClassLoader application = engine == Engine.APACHE ? new Application() : ClientLives.class.getClassLoader();
        List<FutureTask<List<WeakReference<?>>>> lives = new ArrayList<>();
        for (int number = 0; number < THREADS; number++) {
            FutureTask<List<WeakReference<?>>> life =
                    new FutureTask<>(lives(application, engine, random.nextLong(), clients / THREADS));
            // Uses separate threads, because Jackson caches buffers per thread.
            Thread thread = new Thread(life, "race-" + number);
            thread.setDaemon(true);
            thread.setContextClassLoader(application);
            thread.start();
            lives.add(life);
        }
        List<WeakReference<?>> gone = new ArrayList<>();
        for (FutureTask<List<WeakReference<?>>> life : lives) {
            gone.addAll(life.get(300, SECONDS));
        }
        if (engine == Engine.APACHE) {
            gone.add(new WeakReference<>(application));
        }
        return gone;
    }

    @SuppressWarnings("unchecked") // the class of another class loader, but what it implements is the JDK's
    private Callable<List<WeakReference<?>>> lives(ClassLoader application, Engine engine, long seed, int clients)
            throws ReflectiveOperationException {
        Constructor<?> constructor =
                application.loadClass(ClientLives.class.getName()).getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return (Callable<List<WeakReference<?>>>) constructor.newInstance(
                engine.name(),
                engine == Engine.EXTERNAL_VERTX ? vertx : null,
                glpi.url(),
                glpi.login(),
                glpi.document(3),
                folder,
                seed,
                clients);
    }

    private void checkFiles(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertThat(file).as("%s: files", name).hasBinaryContent(glpi.content(3));
                Files.delete(file);
            }
        }
    }

    private static void assertCollected(String name, List<WeakReference<?>> gone) throws InterruptedException {
        CountDownLatch pace = new CountDownLatch(1);
        for (int attempt = 0; attempt < 600 && isAlive(gone); attempt++) {
            System.gc();
            boolean unused = pace.await(50, MILLISECONDS); // there is nothing to wait for but the collector
        }
        assertThat(gone).as("%s: what is not collected", name).noneMatch(reference -> reference.get() != null);
    }

    private static boolean isAlive(List<WeakReference<?>> gone) {
        return gone.stream().anyMatch(reference -> reference.get() != null);
    }

    /** What an aborted connect keeps on an external Vert.x goes with its timer: within the connect timeout. */
    private static long growth(long before) throws InterruptedException {
        CountDownLatch pace = new CountDownLatch(1);
        long growth = heap() - before;
        for (int attempt = 0; attempt < 120 && growth >= MOST_BYTES_MORE; attempt++) {
            boolean unused = pace.await(500, MILLISECONDS);
            growth = heap() - before;
        }
        return growth;
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
