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
 * Threads that read and write files, started when they are needed. Not Vert.x's workers: all of those may be waiting in
 * {@code execute()} for the very exchange whose file it is, and they drop what they have not done when Vert.x is closed,
 * which may be to close a file.
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

    /** Runs a task that may block; its outcome comes on the context of the caller. */
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
            work.run(); // Here is better than never: what is left to do by now is to close a file.
        }
        return outcome.future();
    }

    /** Ends the threads when all is done that was asked for. */
    void close() {
        threads.shutdown();
    }
}
