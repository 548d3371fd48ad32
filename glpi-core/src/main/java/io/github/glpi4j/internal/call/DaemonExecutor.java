package io.github.glpi4j.internal.call;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Daemon threads that start when needed and end when idle. They inherit nothing of the thread that starts them: no
 * context class loader, which would keep an application from being unloaded, and no thread-locals.
 */
final class DaemonExecutor implements Executor {

    static final int IDLE_SECONDS = 10;

    private final ThreadPoolExecutor pool;

    private DaemonExecutor(String name, int kept, int most, BlockingQueue<Runnable> queue) {
        pool = new ThreadPoolExecutor(kept, most, IDLE_SECONDS, TimeUnit.SECONDS, queue, threads(name));
        pool.allowCoreThreadTimeOut(true);
    }

    /**
     * Returns an executor with a limited number of threads and an unlimited queue. It starts no thread yet.
     *
     * @param name the prefix of the threads' names
     */
    static DaemonExecutor bounded(int maxThreads, String name) {
        return new DaemonExecutor(name, maxThreads, maxThreads, new LinkedBlockingQueue<>());
    }

    /** {@return an executor without a limit, so that no task waits for a thread; it starts none yet} */
    static DaemonExecutor cached(String name) {
        return new DaemonExecutor(name, 0, Integer.MAX_VALUE, new SynchronousQueue<>());
    }

    /**
     * Creates daemon threads that inherit nothing.
     *
     * @param name the prefix of the threads' names
     */
    static ThreadFactory threads(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(null, task, name + number.incrementAndGet(), 0, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(DaemonExecutor.class.getClassLoader());
            return thread;
        };
    }

    @Override
    public void execute(Runnable task) {
        pool.execute(task);
    }

    void shutdown() {
        pool.shutdown();
    }
}
