package io.github.glpi4j.transport.vertx;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads and writes files on its own threads, started on demand. Vert.x's workers are unsuitable: all of them may be
 * blocked in {@code execute()} by the exchange that needs the file, and closing Vert.x discards their queue, which may
 * contain the task that closes a file.
 */
final class FileIoExecutor {

    private static final int THREADS = 4;
    private static final int IDLE_SECONDS = 10;

    private final AtomicInteger started = new AtomicInteger();
    private final ThreadPoolExecutor threads;

    FileIoExecutor() {
        threads = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::newThread);
        threads.allowCoreThreadTimeOut(true);
    }

    private Thread newThread(Runnable work) {
        return Contexts.newThread(work, "glpi4j-files-" + started.incrementAndGet());
    }

    /** Runs a blocking task; the future completes on the context of the caller. */
    <T> Future<T> run(Callable<T> task) {
        Executor caller = Contexts.ofCaller();
        Promise<T> outcome = Promise.promise();
        Runnable work = () -> {
            T value;
            try {
                value = task.call();
            } catch (Throwable e) {
                caller.execute(() -> outcome.fail(e));
                return;
            }
            caller.execute(() -> outcome.complete(value));
        };
        try {
            threads.execute(work);
        } catch (RejectedExecutionException closed) {
            work.run(); // Closed: the remaining task is to close a file, which must still happen.
        }
        return outcome.future();
    }

    /** Ends the threads after the tasks in the queue. */
    void close() {
        threads.shutdown();
    }
}
