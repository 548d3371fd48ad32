package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.tck.CallerContext;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The kinds of Vert.x contexts from which calls are made. */
record VertxCallerContext(String name, Context context, boolean blocking) implements CallerContext {

    /** Two of each kind; virtual threads where the JDK has them. */
    static Stream<CallerContext> some(Vertx vertx) {
        List<CallerContext> contexts = new ArrayList<>();
        for (int i = 1; i <= 2; i++) {
            contexts.add(verticle(vertx, ThreadingModel.EVENT_LOOP, i));
            contexts.add(verticle(vertx, ThreadingModel.WORKER, i));
            Context loop = context(vertx, ThreadingModel.EVENT_LOOP);
            contexts.add(new VertxCallerContext("executeBlocking " + i, loop, true));
            if (Runtime.version().feature() >= 21) {
                contexts.add(verticle(vertx, ThreadingModel.VIRTUAL_THREAD, i));
            }
        }
        return contexts.stream();
    }

    private static CallerContext verticle(Vertx vertx, ThreadingModel model, int i) {
        return new VertxCallerContext(model + " verticle " + i, context(vertx, model), false);
    }

    private static Context context(Vertx vertx, ThreadingModel model) {
        try {
            return Verticles.start(vertx, model, Vertx::currentContext).get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void run(Runnable task) {
        if (!blocking) {
            context.runOnContext(ignored -> task.run());
            return;
        }
        context.runOnContext(ignored -> {
            Future<Boolean> unused = context.executeBlocking(() -> {
                task.run();
                return true;
            });
        });
    }

    /** Inside executeBlocking the thread is not on the context that it belongs to. */
    @Override
    public boolean isCurrent() {
        return Vertx.currentContext() == context && context.isEventLoopContext() == Context.isOnEventLoopThread();
    }

    @Override
    public boolean mustNotBlock() {
        return context.isEventLoopContext() && !blocking;
    }
}
