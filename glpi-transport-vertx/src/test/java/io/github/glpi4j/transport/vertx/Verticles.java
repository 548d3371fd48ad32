package io.github.glpi4j.transport.vertx;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Runs code on a verticle's context and waits for results. */
final class Verticles {

    private Verticles() {}

    /** Deploys a verticle whose start runs the task; returns or throws what the task does. */
    static <T> CompletableFuture<T> start(Vertx vertx, ThreadingModel model, Callable<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        DeploymentOptions options = new DeploymentOptions();
        options.setThreadingModel(model);
        // The supplier's type is one that both versions of Vert.x have.
        Supplier<AbstractVerticle> verticle = () -> new AbstractVerticle() {
            @Override
            public void start() {
                run(task, result);
            }
        };
        Future<String> deployed = vertx.deployVerticle(verticle, options);
        deployed.onFailure(result::completeExceptionally);
        return result;
    }

    /** Runs a task on a context. */
    static <T> CompletableFuture<T> on(Context context, Callable<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        context.runOnContext(ignored -> run(task, result));
        return result;
    }

    private static <T> void run(Callable<T> task, CompletableFuture<T> result) {
        try {
            result.complete(task.call());
        } catch (Exception | AssertionError e) {
            result.completeExceptionally(e);
        }
    }

    static <T> T await(CompletableFuture<T> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }

    static <T> T await(Future<T> future) throws Exception {
        return await(future.toCompletionStage().toCompletableFuture());
    }
}
