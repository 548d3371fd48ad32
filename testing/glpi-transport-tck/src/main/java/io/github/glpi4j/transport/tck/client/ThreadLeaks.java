package io.github.glpi4j.transport.tck.client;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Detects threads that were started after its creation, except those of the suite and of JUnit. */
public final class ThreadLeaks {

    /** Threads that nothing can stop: timers of the JDK, and Netty's global executor. */
    private static final List<String> UNSTOPPABLE = List.of(
            "CompletableFutureDelayScheduler",
            "ForkJoinPool-delayScheduler",
            "ForkJoinPool.commonPool-delayScheduler",
            "globalEventExecutor-");

    private static final List<String> OWN = List.of("tck-", "junit-");

    /** Ids only: a thread would keep its context class loader, and with it what a test beside this one wants collected. */
    private final Set<Long> before =
            Thread.getAllStackTraces().keySet().stream().map(Thread::getId).collect(Collectors.toUnmodifiableSet());

    /** Records the threads that exist already. */
    public ThreadLeaks() {}

    /** {@return the live threads started since} */
    public List<Thread> started() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread.getId()))
                .filter(thread -> !thread.getClass().getName().startsWith("org.junit."))
                .filter(thread ->
                        Stream.concat(UNSTOPPABLE.stream(), OWN.stream()).noneMatch(thread.getName()::startsWith))
                .toList();
    }

    /**
     * Waits for the threads started since to end.
     *
     * @param atMost how long
     * @return those that are still alive
     * @throws InterruptedException if the wait is interrupted
     */
    public List<Thread> remaining(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        for (Thread thread : started()) {
            long millis = Duration.ofNanos(end - System.nanoTime()).toMillis();
            thread.join(Math.max(1, millis));
        }
        return started();
    }
}
