package io.github.glpi4j.transport.vertx;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** What this transport needs to know about Vert.x contexts. */
final class Contexts {

    private Contexts() {}

    /** Runs tasks on the context of the calling thread, or, without one, on whatever thread hands them in. */
    static Executor ofCaller() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : task -> run(context, task);
    }

    /** Runs a task on a context, at once if the calling thread is on it. */
    static void run(Context context, Runnable task) {
        if (isOn(context)) {
            task.run();
        } else {
            later(context, task);
        }
    }

    /** Runs a task on a context when what runs there now is done. */
    static void later(Context context, Runnable task) {
        try {
            context.runOnContext(ignored -> task.run());
        } catch (RejectedExecutionException e) {
            // Its Vert.x is closed. Here is better than never: somebody waits for what the task completes.
            task.run();
        }
    }

    /** Inside executeBlocking the context may be an event loop's, but the thread is a worker: that is not on it. */
    private static boolean isOn(Context context) {
        return Vertx.currentContext() == context && context.isEventLoopContext() == Context.isOnEventLoopThread();
    }

    /**
     * Makes something on a thread of its own. What is made on a verticle's context dies with that verticle, and Netty
     * leaves thread-locals behind, which would keep its class loader as long as the caller's thread lives.
     */
    static <T> T onSetupThread(Supplier<T> make) {
        try {
            return CompletableFuture.supplyAsync(
                            make, task -> newThread(task, "glpi4j-vertx-setup").start())
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** A daemon with the class loader of Vert.x, which may outlive the application that calls: so may what it starts. */
    static Thread newThread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setContextClassLoader(Vertx.class.getClassLoader());
        return thread;
    }
}
