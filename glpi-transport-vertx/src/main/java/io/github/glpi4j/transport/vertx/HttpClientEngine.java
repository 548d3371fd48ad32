package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.ExchangeContext;
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
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Runs exchanges on the transport's own HTTP client, on an owned or external Vert.x. Supports aborts and streaming. */
final class HttpClientEngine implements Engine {

    /** Limits how long a close waits for pending connects and for files. */
    private static final long MAX_CONNECT_WAIT_MILLIS = 2_000;

    private static final int MAX_LOOP_LOOKUPS = 16;

    private final Vertx vertx;
    private final boolean ownsVertx;
    private final HttpClient client;
    private final TransportSettings settings;
    private final ConnectionLimiter limit;
    private final FileIoExecutor workers;
    private final ActiveExchanges live = new ActiveExchanges();

    /** Runs all exchanges and their connections, so that an abort never hits the connection of another exchange. */
    private final Context context;

    private volatile @Nullable Thread loop;

    private HttpClientEngine(Vertx vertx, boolean ownsVertx, TransportSettings settings, FileIoExecutor workers) {
        this.vertx = vertx;
        this.ownsVertx = ownsVertx;
        this.client = HttpClientFactory.create(vertx, settings);
        this.settings = settings;
        this.limit = new ConnectionLimiter(settings.maxConnections());
        this.workers = workers;
        this.context = vertx.getOrCreateContext();
        // Starts the event loop's thread from here: a thread keeps the class loader of the code that starts it.
        context.runOnContext(ignored -> loop = Thread.currentThread());
    }

    static HttpClientEngine create(Vertx vertx, boolean ownsVertx, TransportSettings settings) {
        return create(vertx, ownsVertx, settings, new FileIoExecutor());
    }

    static HttpClientEngine create(Vertx vertx, boolean ownsVertx, TransportSettings settings, FileIoExecutor workers) {
        return Contexts.onSetupThread(() -> new HttpClientEngine(vertx, ownsVertx, settings, workers));
    }

    @Override
    public CompletionStage<TransportResponse> exchange(TransportRequest request, ExchangeContext exchange)
            throws RequestNotSentException {
        HttpMessages.checkHeaders(request);
        Origin origin = Origin.of(request);
        HttpClientExchange started = new HttpClientExchange(
                client,
                limit,
                workers,
                context,
                caller(),
                origin,
                failures(origin),
                options(request, origin),
                request,
                exchange,
                live::remove);
        live.add(started);
        return started.start();
    }

    private VertxFailures failures(Origin origin) {
        return new VertxFailures(origin, settings.proxy().orElse(null));
    }

    /** Completes results on the caller's event loop if it belongs to the same Vert.x. */
    private Executor caller() {
        Context current = Vertx.currentContext();
        return current != null && current != context && current.owner() == vertx && current.isEventLoopContext()
                ? task -> Contexts.run(current, task)
                : Runnable::run;
    }

    private RequestOptions options(TransportRequest request, Origin origin) {
        RequestOptions options = new RequestOptions();
        options.setMethod(HttpMethod.valueOf(request.method()));
        options.setSsl(origin.ssl());
        options.setHost(origin.host());
        options.setPort(origin.port());
        options.setURI(request.target());
        options.setFollowRedirects(false);
        // Limits name lookup, TCP and TLS together; the options of the client limit each separately.
        options.setConnectTimeout(settings.connectTimeout().toMillis());
        settings.proxy()
                .ifPresent(proxy -> ProxyRouteOptions.apply(proxy, settings.connectTimeout(), origin.ssl(), options));
        return options;
    }

    /** Ends all exchanges first, so that none opens a connection or leaves a file open later. */
    @Override
    public CompletionStage<Void> close() {
        limit.close();
        CompletableFuture<Void> idle = live.close();
        if (!idle.isDone()) {
            limitWait(idle);
        }
        return idle.thenCompose(ignored -> {
            workers.close();
            // Closing the client fails the requests that are connecting, but leaves their sockets open.
            boolean connecting = !live.isEmpty();
            return ownsVertx ? closeClient().thenCompose(done -> closeVertx(connecting)) : closeClient();
        });
    }

    /** A pending connect ends with an owned Vert.x; on an external one only its timeout ends it. */
    private void limitWait(CompletableFuture<Void> idle) {
        try {
            if (ownsVertx) {
                vertx.setTimer(MAX_CONNECT_WAIT_MILLIS, timer -> idle.complete(null));
            } else {
                context.runOnContext(ignored -> {});
            }
        } catch (RejectedExecutionException e) {
            idle.complete(null); // Vert.x has been closed by its owner.
        }
    }

    private CompletionStage<Void> closeClient() {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        // Not on the caller's context, which may be blocked waiting for this close.
        Contexts.run(context, () -> {
            try {
                client.close().onComplete(ignored -> closed.complete(null), failure -> closed.complete(null));
            } catch (RejectedExecutionException e) {
                closed.complete(null); // Vert.x has been closed by its owner, and with it the client.
            }
        });
        return closed;
    }

    private CompletionStage<Void> closeVertx(boolean connecting) {
        if (!connecting) {
            return vertx.close().toCompletionStage();
        }
        CompletableFuture<Void> closed = new CompletableFuture<>();
        closeFromAnotherLoop(closed, MAX_LOOP_LOOKUPS);
        return closed;
    }

    /**
     * Closes Vert.x from an event loop other than that of the connections. An event loop of Netty 4.2 that runs a task
     * while it is shut down terminates without closing its sockets; one that is idle closes them. Vert.x shuts down
     * the event loops right after a task on the loop that called {@link Vertx#close()}.
     */
    private void closeFromAnotherLoop(CompletableFuture<Void> closed, int attempts) {
        // The event loop of a new context depends on the thread that creates it.
        Context other = Contexts.onSetupThread(vertx::getOrCreateContext);
        Contexts.later(other, () -> {
            if (Thread.currentThread() == loop && attempts > 1) {
                closeFromAnotherLoop(closed, attempts - 1);
            } else {
                vertx.close().onComplete(done -> closed.complete(null), failure -> closed.complete(null));
            }
        });
    }
}
