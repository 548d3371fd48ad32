package io.github.glpi4j.internal;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Daemon threads for what nobody waits for: made when needed, up to a number, gone when idle. */
final class DaemonExecutor implements Executor {

    private static final int IDLE_SECONDS = 10;

    private final AtomicInteger threads = new AtomicInteger();
    private final String name;
    private final ThreadPoolExecutor pool;

    /**
     * No thread yet.
     *
     * @param name of the threads, before their number
     */
    DaemonExecutor(String name, int maxThreads) {
        this.name = name;
        pool = new ThreadPoolExecutor(
                maxThreads, maxThreads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::newThread);
        pool.allowCoreThreadTimeOut(true);
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
