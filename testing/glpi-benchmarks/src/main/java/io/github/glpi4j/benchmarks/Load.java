package io.github.glpi4j.benchmarks;

import io.github.glpi4j.benchmarks.contender.AsyncContender;
import io.github.glpi4j.benchmarks.contender.Contender;
import io.github.glpi4j.benchmarks.contender.Library;
import io.github.glpi4j.benchmarks.contender.SampleResponse;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Opens many sessions concurrently in its own process. Blocking contenders are called by one thread per concurrent call,
 * asynchronous ones by a single thread.
 */
final class Load {

    private static final int WARM_UP = 1_000;

    private final Contender contender;
    private final int inFlight;

    private Load(Contender contender, int inFlight) {
        this.contender = contender;
        this.inFlight = inFlight;
    }

    /**
     * Prints how many milliseconds it took, how many threads there were at most beside those of an idle JVM, and the peak
     * of the heap in bytes.
     *
     * @param args the contender, GLPI's API, how many calls, how many of them at a time, how many connections
     * @throws Exception if a call fails
     */
    public static void main(String[] args) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        int idle = threads.getThreadCount();
        int calls = Integer.parseInt(args[2]);
        int inFlight = Integer.parseInt(args[3]);
        try (Contender contender = Library.valueOf(args[0]).create(URI.create(args[1]), Integer.parseInt(args[4]))) {
            Load load = new Load(contender, inFlight);
            load.run(Math.min(calls, WARM_UP));
            ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
            threads.resetPeakThreadCount();
            long start = System.nanoTime();
            load.run(calls);
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            System.out.println(millis + " " + (threads.getPeakThreadCount() - idle) + " " + peakHeap());
        }
        System.exit(0); // The JDK's client has no end on Java 17.
    }

    private void run(int calls) throws Exception {
        if (contender instanceof AsyncContender async) {
            start(async, calls);
        } else {
            call(calls);
        }
    }

    private void start(AsyncContender async, int calls) throws InterruptedException {
        Semaphore free = new Semaphore(inFlight);
        AtomicReference<Throwable> failed = new AtomicReference<>();
        for (int i = 0; i < calls; i++) {
            free.acquire();
            CompletableFuture<?> unused = async.openAsync(SampleResponse.SMALL).whenComplete((opened, failure) -> {
                if (failure != null) {
                    failed.set(failure);
                }
                free.release();
            });
        }
        free.acquire(inFlight);
        check(failed);
    }

    private void call(int calls) throws InterruptedException {
        AtomicInteger left = new AtomicInteger(calls);
        AtomicReference<Throwable> failed = new AtomicReference<>();
        CountDownLatch done = new CountDownLatch(inFlight);
        for (int i = 0; i < inFlight; i++) {
            new Thread(() -> {
                        try {
                            while (left.getAndDecrement() > 0) {
                                contender.open(SampleResponse.SMALL);
                            }
                        } catch (Exception e) {
                            failed.set(e);
                        } finally {
                            done.countDown();
                        }
                    })
                    .start();
        }
        done.await();
        check(failed);
    }

    private static void check(AtomicReference<Throwable> failed) {
        if (failed.get() != null) {
            throw new IllegalStateException("a call failed", failed.get());
        }
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
