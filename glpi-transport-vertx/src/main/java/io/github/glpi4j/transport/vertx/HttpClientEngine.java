package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.internal.ThreadExecutorMap;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Runs exchanges on the transport's own HTTP client, on an owned or external Vert.x. Supports aborts and streaming. */
final class HttpClientEngine implements Engine {

    /** Limits how long a close waits for pending connects and for files. */
    private static final long MAX_CONNECT_WAIT_MILLIS = 1_000;

    /** How long the event loop must be idle before it ends; Vert.x needs it to close the rest. */
    private static final long QUIET_SECONDS = 2;

    private static final long MAX_SHUTDOWN_SECONDS = 10;

    private final Vertx vertx;
    private final boolean ownsVertx;
    private final TransportSettings settings;
    private final Context context;
    private final ExchangeResources resources;

    private HttpClientEngine(Vertx vertx, boolean ownsVertx, TransportSettings settings, FileIoExecutor workers) {
        this.vertx = vertx;
        this.ownsVertx = ownsVertx;
        this.settings = settings;
        HttpClient client = HttpClientFactory.create(vertx, settings);
        this.context = vertx.getOrCreateContext();
        this.resources = new ExchangeResources(client, settings, workers, context);
        // Starts the event loop's thread from here: a thread keeps the class loader of the code that starts it.
        context.runOnContext(ignored -> {});
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
        HttpClientExchange started =
                new HttpClientExchange(resources, caller(), origin, options(request, origin), request, exchange);
        resources.live.add(started);
        return started.start();
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
        settings.proxy()
                .ifPresent(proxy -> ProxyRouteOptions.apply(proxy, settings.connectTimeout(), origin.ssl(), options));
        return options;
    }

    /** Ends all exchanges first, so that none opens a connection or leaves a file open later. */
    @Override
    public CompletionStage<Void> close() {
        resources.limit.close();
        CompletableFuture<Void> idle = resources.live.close();
        if (!idle.isDone()) {
            limitWait(idle);
        }
        return idle.thenCompose(ignored -> {
            resources.workers.close();
            // Closing the client fails the requests that are connecting, but leaves their sockets open.
            boolean connecting = !resources.live.isEmpty();
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
                resources.client.close().onComplete(ignored -> closed.complete(null), failure -> closed.complete(null));
            } catch (RejectedExecutionException e) {
                closed.complete(null); // Vert.x has been closed by its owner, and with it the client.
            }
        });
        return closed;
    }

    /**
     * Closes Vert.x and, if connections are being opened, their sockets. Vert.x shuts down its event loops without a quiet
     * period; a loop of Netty 4.2 that runs a task at that moment terminates without closing its sockets. A loop with a
     * quiet period first closes them all. See docs/adr/0017.
     */
    private CompletionStage<Void> closeVertx(boolean connecting) {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        Contexts.run(context, () -> {
            EventExecutor loop = ThreadExecutorMap.currentExecutor();
            if (connecting && loop != null) {
                Future<?> unused = loop.shutdownGracefully(QUIET_SECONDS, MAX_SHUTDOWN_SECONDS, TimeUnit.SECONDS);
            }
            vertx.close().onComplete(done -> closed.complete(null), failure -> closed.complete(null));
        });
        return closed;
    }
}
