package io.github.glpi4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.testkit.FakeGlpi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a test leaves behind: sessions on GLPI, and sockets (on Linux) and threads in this JVM. */
final class Leftovers {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final long SECONDS = 30;

    /** The server's and JUnit's; and those that the JDK, Netty and Vert.x start once for the JVM. */
    private static final List<String> NOT_OURS = List.of(
            "qtp",
            "Connector-Scheduler",
            "junit",
            "CompletableFutureDelayScheduler",
            "ForkJoinPool",
            "globalEventExecutor",
            "process reaper",
            "Cleaner");

    private final FakeGlpi fake;
    private final Set<String> sockets = sockets();
    private final Set<String> threads = threads();

    /** Remembers what is there already. */
    Leftovers(FakeGlpi fake) {
        this.fake = fake;
    }

    /** Sockets and threads that were told to end do so in their own time. */
    void assertNone() throws InterruptedException {
        assertThat(fake.sessions()).as("sessions").isEmpty();
        assertThat(settled(Leftovers::sockets, sockets)).as("sockets").isEmpty();
        assertThat(settled(Leftovers::threads, threads)).as("threads").isEmpty();
    }

    private static Set<String> settled(Supplier<Set<String>> now, Set<String> before) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        CountDownLatch pace = new CountDownLatch(1);
        while (true) {
            Set<String> left = now.get();
            left.removeAll(before);
            if (left.isEmpty() || System.nanoTime() > end || pace.await(20, TimeUnit.MILLISECONDS)) {
                return left;
            }
        }
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(thread -> thread.getName() + " " + System.identityHashCode(thread))
                .filter(name -> NOT_OURS.stream().noneMatch(name::contains))
                .collect(Collectors.toSet());
    }

    private static Set<String> sockets() {
        if (!Files.isDirectory(DESCRIPTORS)) {
            return Set.of();
        }
        try (Stream<Path> all = Files.list(DESCRIPTORS)) {
            return all.map(Leftovers::target)
                    .filter(name -> name.startsWith("socket:"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}
