package io.github.glpi4j.benchmarks.contender;

import io.github.glpi4j.GlpiClient;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** This library, asynchronous. */
record Glpi4jAsync(GlpiClient client) implements AsyncContender {

    static Glpi4jAsync vertx(URI base, int connections) {
        return new Glpi4jAsync(Glpi4j.client("vertx", base, connections));
    }

    @Override
    public CompletableFuture<SessionValues> openAsync(SampleResponse answer) {
        return Glpi4j.call(client, answer).executeAsync().thenApply(Glpi4j::read);
    }

    @Override
    public void close() {
        client.close();
    }
}
