package io.github.glpi4j.benchmarks.contender;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A client written with Vert.x Web Client and Jackson. */
final class HandWrittenVertx implements AsyncContender {

    private static final long TIMEOUT_MILLIS = TimeUnit.SECONDS.toMillis(60);

    private final URI base;
    private final Vertx vertx = Vertx.vertx();
    private final WebClient client;

    HandWrittenVertx(URI base, int connections) {
        this.base = base;
        this.client = WebClient.create(
                vertx,
                new WebClientOptions().setConnectTimeout(10_000).setFollowRedirects(false),
                new PoolOptions().setHttp1MaxSize(connections));
    }

    @Override
    public CompletableFuture<SessionValues> openAsync(SampleResponse answer) {
        return client.get(base.getPort(), base.getHost(), base.getPath() + answer.target())
                .putHeader("Content-Type", "application/json")
                .putHeader("Accept", "application/json")
                .putHeader("Authorization", "user_token " + Glpi4j.USER_TOKEN)
                .timeout(TIMEOUT_MILLIS)
                .send()
                .map(response -> read(answer, response))
                .toCompletionStage()
                .toCompletableFuture();
    }

    private static SessionValues read(SampleResponse answer, HttpResponse<Buffer> response) {
        try {
            return SessionValues.read(
                    answer,
                    response.statusCode(),
                    SessionValues.READER.readTree(response.body().getBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
