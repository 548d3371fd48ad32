package io.github.glpi4j.internal;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Daemon threads for what nobody waits for: made when needed, gone when idle. */
final class DaemonExecutor implements Executor {

    private static final int IDLE_SECONDS = 10;

    private final AtomicInteger threads = new AtomicInteger();
    private final String name;
    private final ThreadPoolExecutor pool;

    private DaemonExecutor(String name, int kept, int most, BlockingQueue<Runnable> queue) {
        this.name = name;
        pool = new ThreadPoolExecutor(kept, most, IDLE_SECONDS, TimeUnit.SECONDS, queue, this::newThread);
        pool.allowCoreThreadTimeOut(true);
    }

    /**
     * Up to a number of threads, and what is more waits. No thread yet.
     *
     * @param name of the threads, before their number
     */
    static DaemonExecutor upTo(int maxThreads, String name) {
        return new DaemonExecutor(name, maxThreads, maxThreads, new LinkedBlockingQueue<>());
    }

    /** Nothing waits for a thread, whatever the others do. No thread yet. */
    static DaemonExecutor asManyAsNeeded(String name) {
        return new DaemonExecutor(name, 0, Integer.MAX_VALUE, new SynchronousQueue<>());
    }

    private Thread newThread(Runnable task) {
        Thread thread = new Thread(task, name + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void execute(Runnable task) {
        pool.execute(task);
    }

    void shutdown() {
        pool.shutdown();
    }
}
