package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.Exchange;
import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;

/** Our own HTTP client on a Vert.x that is ours too or lent: it can abort, and takes bodies as they come. */
final class HttpClientEngine implements Engine {

    private final Vertx vertx;
    private final boolean ownsVertx;
    private final HttpClient client;
    private final TransportSettings settings;
    private final ConnectionLimit limit;
    private final FileWorkers workers;

    /** For exchanges of callers who are not on an event loop. One, so that they share connections. */
    private final Context context;

    private HttpClientEngine(Vertx vertx, boolean ownsVertx, TransportSettings settings, FileWorkers workers) {
        this.vertx = vertx;
        this.ownsVertx = ownsVertx;
        this.client = HttpClients.create(vertx, settings);
        this.settings = settings;
        this.limit = new ConnectionLimit(settings.maxConnections());
        this.workers = workers;
        this.context = vertx.getOrCreateContext();
    }

    static HttpClientEngine create(Vertx vertx, boolean ownsVertx, TransportSettings settings) {
        return create(vertx, ownsVertx, settings, new FileWorkers());
    }

    static HttpClientEngine create(Vertx vertx, boolean ownsVertx, TransportSettings settings, FileWorkers workers) {
        return Contexts.outsideOfVerticles(() -> new HttpClientEngine(vertx, ownsVertx, settings, workers));
    }

    @Override
    public CompletionStage<TransportResponse> exchange(TransportRequest request, Exchange exchange)
            throws RequestNotSentException {
        Messages.checkHeaders(request);
        Origin origin = Origin.of(request);
        return new HttpClientExchange(
                        client,
                        limit,
                        workers,
                        context(),
                        origin,
                        failures(origin),
                        options(request, origin),
                        request,
                        exchange)
                .start();
    }

    private Failures failures(Origin origin) {
        return new Failures(origin, settings.proxy().orElse(null));
    }

    private Context context() {
        Context current = Vertx.currentContext();
        return current != null && current.owner() == vertx && current.isEventLoopContext() ? current : context;
    }

    private RequestOptions options(TransportRequest request, Origin origin) {
        RequestOptions options = new RequestOptions();
        options.setMethod(HttpMethod.valueOf(request.method()));
        options.setSsl(origin.ssl());
        options.setHost(origin.host());
        options.setPort(origin.port());
        options.setURI(request.target());
        options.setFollowRedirects(false);
        // Bounds name lookup, TCP and TLS together; the client's own options bound each.
        options.setConnectTimeout(settings.connectTimeout().toMillis());
        settings.proxy().ifPresent(proxy -> ProxyRoute.set(proxy, settings.connectTimeout(), origin.ssl(), options));
        return options;
    }

    @Override
    public CompletionStage<Void> close() {
        limit.close().forEach(exchange -> exchange.abort("the transport was closed"));
        workers.close();
        if (ownsVertx) {
            return vertx.close().toCompletionStage();
        }
        CompletableFuture<Void> closed = new CompletableFuture<>();
        // On our context, since the caller may block his own while he waits for it.
        Contexts.run(context, () -> {
            try {
                client.close().onComplete(ignored -> closed.complete(null), closed::completeExceptionally);
            } catch (RejectedExecutionException e) {
                closed.complete(null); // The owner has closed his Vert.x, and with it the client.
            }
        });
        return closed;
    }
}
