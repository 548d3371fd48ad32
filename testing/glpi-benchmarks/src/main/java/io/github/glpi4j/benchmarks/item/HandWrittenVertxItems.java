package io.github.glpi4j.benchmarks.item;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/** A client written with Vert.x Web Client and Jackson, whose caller waits for each response. */
final class HandWrittenVertxItems implements ItemContender {

    private static final int CONNECTIONS = 20;
    private static final long TIMEOUT_MILLIS = TimeUnit.SECONDS.toMillis(60);

    private final URI base;
    private final Vertx vertx = Vertx.vertx();
    private final WebClient client;

    HandWrittenVertxItems(URI base) {
        this.base = base;
        this.client = WebClient.create(
                vertx,
                new WebClientOptions().setConnectTimeout(10_000).setFollowRedirects(false),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    }

    @Override
    public ComputersRead readAll(int pagesInFlight) throws IOException {
        ComputersRead read = new ComputersRead();
        long total = 1;
        for (long first = 0; first < total; first += PAGE_SIZE) {
            HttpResponse<Buffer> response = get(HandWrittenItems.page(first));
            total = HandWrittenItems.readPage(
                    response.statusCode(), response.getHeader("Content-Range"), json(response), read);
        }
        return read;
    }

    @Override
    public ComputersRead read(long id) throws IOException {
        HttpResponse<Buffer> response = get(HandWrittenItems.item(id));
        return HandWrittenItems.readItem(response.statusCode(), json(response));
    }

    @Override
    public long add(Iterable<NewComputer> computers) throws IOException {
        long done = 0;
        for (byte[] body : HandWrittenItems.chunks(computers)) {
            HttpResponse<Buffer> response =
                    await(request(HttpMethod.POST, "/Computer").sendBuffer(Buffer.buffer(body)));
            done += HandWrittenItems.readOutcomes(response.statusCode(), json(response));
        }
        return done;
    }

    private HttpResponse<Buffer> get(String target) {
        return await(request(HttpMethod.GET, target).send());
    }

    private HttpRequest<Buffer> request(HttpMethod method, String target) {
        return client.request(method, base.getPort(), base.getHost(), base.getPath() + target)
                .putHeader("Content-Type", "application/json")
                .putHeader("Accept", "application/json")
                .putHeader("Session-Token", SESSION_TOKEN)
                .timeout(TIMEOUT_MILLIS);
    }

    private static HttpResponse<Buffer> await(Future<HttpResponse<Buffer>> response) {
        return response.toCompletionStage().toCompletableFuture().join();
    }

    private static JsonNode json(HttpResponse<Buffer> response) throws IOException {
        return HandWrittenItems.READER.readTree(response.body().getBytes());
    }

    @Override
    public void close() {
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
