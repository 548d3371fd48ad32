package io.github.glpi4j.it.race;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Compares the threads of this JVM and, on Linux, its open files with an earlier state. */
final class Leftovers {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final long SECONDS = 60;

    /** The server's, JUnit's and this package's; and those that the JDK and Netty start once for the JVM. */
    private static final List<String> OTHERS = List.of(
            "qtp",
            "Connector-Scheduler",
            "junit",
            "race-",
            "CompletableFutureDelayScheduler",
            "ForkJoinPool",
            "globalEventExecutor",
            "process reaper",
            "Attach Listener",
            "Cleaner-");

    private static final List<String> OPENED_BY_CLIENTS = List.of("socket:", "anon_inode:", "pipe:");

    private final Path folder;
    private final List<String> ignored;
    private final List<String> before;

    /**
     * Remembers what is there already.
     *
     * @param folder whose files count too
     * @param ignored how names of further threads begin that may come and go
     */
    Leftovers(Path folder, List<String> ignored) {
        this.folder = folder;
        this.ignored = ignored;
        this.before = now();
    }

    /** Returns what is left once everything has had time to end. */
    List<String> left() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        CountDownLatch pace = new CountDownLatch(1);
        while (true) {
            List<String> left = now();
            before.forEach(left::remove); // each as often as it was there
            if (left.isEmpty() || System.nanoTime() > end || pace.await(5, TimeUnit.MILLISECONDS)) {
                return left;
            }
        }
    }

    private List<String> now() {
        List<String> now = new ArrayList<>(descriptors());
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread ->
                        Stream.concat(OTHERS.stream(), ignored.stream()).noneMatch(thread.getName()::startsWith))
                .map(thread -> "thread " + thread.getName() + " " + System.identityHashCode(thread))
                .forEach(now::add);
        return now;
    }

    private List<String> descriptors() {
        if (!Files.isDirectory(DESCRIPTORS)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(DESCRIPTORS)) {
            return all.map(Leftovers::target)
                    .filter(name -> name.startsWith(folder.toString())
                            || OPENED_BY_CLIENTS.stream().anyMatch(name::startsWith))
                    .toList();
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
