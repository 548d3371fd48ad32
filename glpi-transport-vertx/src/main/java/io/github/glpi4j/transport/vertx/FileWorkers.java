package io.github.glpi4j.transport.vertx;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;

/**
 * Threads that read and write files. Vert.x's own {@code AsyncFile} does that on its workers, and these may all be
 * waiting in {@code execute()} for the very exchange whose file it is.
 */
final class FileWorkers {

    private static final int THREADS = 4;

    private final WorkerExecutor workers;

    /** All transports on a Vert.x share the threads, which are started when they are needed. */
    FileWorkers(Vertx vertx) {
        this.workers = vertx.createSharedWorkerExecutor("glpi4j-files", THREADS);
    }

    /** Runs a task that may block; its outcome comes on the context of the caller. */
    <T> Future<T> run(Callable<T> task) {
        try {
            return workers.executeBlocking(task, false);
        } catch (RejectedExecutionException | IllegalStateException e) {
            return Future.failedFuture(e); // Closed, and its exchanges have been told.
        }
    }

    void close() {
        try {
            workers.close();
        } catch (RejectedExecutionException e) {
            // The owner has closed his Vert.x, and with it the workers.
        }
    }
}
