package io.github.glpi4j.transport.vertx;

import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.internal.ThreadExecutorMap;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** Utilities for Vert.x contexts. */
final class Contexts {

    private Contexts() {}

    /** {@return an executor for the context of the calling thread; without one it runs tasks directly} */
    static Executor ofCaller() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : task -> run(context, task);
    }

    /** Runs a task on a context; immediately if the calling thread is on it. */
    static void run(Context context, Runnable task) {
        if (isOn(context)) {
            task.run();
        } else {
            later(context, task);
        }
    }

    /** Runs a task on a context after the current task. */
    static void later(Context context, Runnable task) {
        try {
            context.runOnContext(ignored -> task.run());
        } catch (RejectedExecutionException e) {
            // Vert.x is closed. The task still has to run, because it completes a future.
            task.run();
        }
    }

    /**
     * Runs a task on a context after its event loop has read what has arrived by now. Called on that event loop, which
     * alternates between reading and running tasks: a task that is added after the last one runs after the next read.
     */
    static void afterNextRead(Context context, Runnable task) {
        if (ThreadExecutorMap.currentExecutor() instanceof SingleThreadEventLoop loop) {
            loop.executeAfterEventLoopIteration(() -> later(context, task));
        } else {
            later(context, task); // Not reached: all event loops of Netty that Vert.x uses have a single thread.
        }
    }

    /** Within executeBlocking the context may belong to an event loop while the thread is a worker. */
    private static boolean isOn(Context context) {
        return Vertx.currentContext() == context && context.isEventLoopContext() == Context.isOnEventLoopThread();
    }

    /**
     * Creates something on a new thread. What is created on a verticle's context is closed with that verticle, and
     * Netty's thread-locals would retain its class loader as long as the calling thread lives.
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

    /** A daemon thread with the class loader of Vert.x, which may outlive the calling application. */
    static Thread newThread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setContextClassLoader(Vertx.class.getClassLoader());
        return thread;
    }
}
