package io.github.glpi4j.it.race;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An external Vert.x with four event loops, and a context on each. */
final class ExternalVertx implements AutoCloseable {

    private static final int LOOPS = 4;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(LOOPS));
    private final List<Context> contexts = new CopyOnWriteArrayList<>();

    /**
     * Starts it, and opens what stays open until it is closed.
     *
     * @param port where something listens
     */
    ExternalVertx(int port) {
        await(vertx.deployVerticle(() -> new Home(port), new DeploymentOptions().setInstances(LOOPS)));
    }

    private final class Home extends AbstractVerticle {

        private final int port;

        Home(int port) {
            this.port = port;
        }

        /** The first connection of an event loop opens the socket of its DNS resolver. */
        @Override
        public void start(Promise<Void> started) {
            contexts.add(context);
            super.vertx
                    .createNetClient()
                    .connect(port, "127.0.0.1")
                    .compose(NetSocket::close)
                    .onComplete(started);
        }
    }

    Vertx vertx() {
        return vertx;
    }

    Context context(int choice) {
        return contexts.get(choice % contexts.size());
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    private static void await(Future<?> future) {
        future.toCompletionStage().toCompletableFuture().orTimeout(60, SECONDS).join();
    }
}
