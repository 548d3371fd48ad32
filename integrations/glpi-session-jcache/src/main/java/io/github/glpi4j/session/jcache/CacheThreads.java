package io.github.glpi4j.session.jcache;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Runs calls of a cache, which block, on other threads than those of GLPI's calls. */
final class CacheThreads implements AutoCloseable {

    /** One client has one login at a time, so that one thread would do; the others are for a cache that hangs. */
    private static final int THREADS = 4;

    private static final int WAITING = 32;
    private static final int IDLE_SECONDS = 10;

    private final Executor executor;
    private final @Nullable ExecutorService own;
    private final Set<Running<?>> pending = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** On an executor of the user, who closes it, or on own threads if it is null. */
    CacheThreads(@Nullable Executor given) {
        if (given == null) {
            own = ownThreads();
            executor = own;
        } else {
            own = null;
            executor = given;
        }
    }

    private static ExecutorService ownThreads() {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), task -> {
                    Thread thread =
                            new Thread(null, task, "glpi4j-session-store-" + number.incrementAndGet(), 0, false);
                    thread.setDaemon(true);
                    thread.setContextClassLoader(CacheThreads.class.getClassLoader());
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    <T extends @Nullable Object> CompletableFuture<T> run(Callable<T> call) {
        Running<T> running = new Running<>(call);
        pending.add(running);
        CompletableFuture<T> answer = running.result.whenComplete((value, failure) -> pending.remove(running));
        try {
            executor.execute(running);
        } catch (RuntimeException e) {
            if (!closed) {
                running.result.completeExceptionally(own == null ? e : overloaded(e));
            }
        }
        if (closed) {
            running.result.completeExceptionally(closed());
        }
        return answer;
    }

    private static final class Running<T extends @Nullable Object> implements Runnable {

        private final CompletableFuture<T> result = new CompletableFuture<>();
        private final Callable<T> call;

        Running(Callable<T> call) {
            this.call = call;
        }

        @Override
        public void run() {
            if (result.isDone()) {
                return; // The store has been closed.
            }
            try {
                result.complete(call.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        }
    }

    private static IllegalStateException overloaded(RuntimeException cause) {
        return new IllegalStateException(
                "the cache has not answered " + (THREADS + WAITING) + " earlier calls, so this one was not started",
                cause);
    }

    private static IllegalStateException closed() {
        return new IllegalStateException("the session store is closed");
    }

    /** Fails what is running, and ends own threads; one that hangs in the cache is interrupted. */
    @Override
    public void close() {
        closed = true;
        pending.forEach(
                running -> running.result.completeExceptionally(closed())); // Before they fail by the interrupt.
        if (own != null) {
            own.shutdownNow();
        }
    }
}
