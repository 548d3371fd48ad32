package io.github.glpi4j.transport.tck.client;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which threads were started since, besides the suite's and JUnit's own. */
public final class ThreadLeaks {

    /** Threads that cannot be ended by anybody: the JDK's timers of CompletableFuture, and Netty's last resort. */
    private static final List<String> NOBODYS = List.of(
            "CompletableFutureDelayScheduler",
            "ForkJoinPool-delayScheduler",
            "ForkJoinPool.commonPool-delayScheduler",
            "globalEventExecutor-");

    private static final List<String> OURS = List.of("tck-", "junit-");

    private final Set<Thread> before = Thread.getAllStackTraces().keySet();

    /** Starts to watch. */
    public ThreadLeaks() {}

    /** {@return the live threads started since} */
    public List<Thread> made() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .filter(thread -> !thread.getClass().getName().startsWith("org.junit."))
                .filter(thread ->
                        Stream.concat(NOBODYS.stream(), OURS.stream()).noneMatch(thread.getName()::startsWith))
                .toList();
    }

    /**
     * Waits for the threads started since to end.
     *
     * @param atMost how long
     * @return the ones still alive
     * @throws InterruptedException when interrupted
     */
    public List<Thread> left(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        for (Thread thread : made()) {
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            thread.join(Math.max(1, left));
        }
        return made();
    }
}
