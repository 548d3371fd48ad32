package io.github.glpi4j.transport.vertx;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
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
     * Makes something that must not belong to the calling verticle: what is made on a verticle's context dies with
     * that verticle, and a context asked for there is the verticle's own.
     */
    static <T> T outsideOfVerticles(Supplier<T> make) {
        if (Vertx.currentContext() == null) {
            return make.get();
        }
        return CompletableFuture.supplyAsync(
                        make, task -> newThread(task, "glpi4j-vertx-setup").start())
                .join();
    }

    /** A daemon that does not inherit the context class loader, which may be that of an application to be unloaded. */
    static Thread newThread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setContextClassLoader(Contexts.class.getClassLoader());
        return thread;
    }
}
