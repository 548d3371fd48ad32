package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.AsyncTransport;
import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.dns.AddressResolverOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.ext.web.client.WebClient;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests through Vert.x, without ever blocking the caller. Serves Vert.x 5.1 and 4.5.
 *
 * <p>Three ways to make one:
 *
 * <ul>
 *   <li>{@link #create()}: with a Vert.x of its own, closed with the transport; all its threads are daemons.
 *   <li>{@link #create(Vertx)}: on a Vert.x that is lent and stays open; the HTTP client made on it is the
 *       transport's, is closed with it and does not end with the verticle that made it.
 *   <li>{@link #create(WebClient)}: with a web client that is lent, with all its settings, and stays open.
 * </ul>
 *
 * <p><b>Wire.</b> HTTP/1.1; connections are kept for 30 seconds. A request is sent as it is, with {@code host} and
 * {@code content-length} added where HTTP wants them. Redirects, pipelining, decompression and tracing are off.
 * An exchange that is aborted while it connects ends at once, but Vert.x cannot give up connecting: what is half a
 * connection keeps its place among {@link TransportSettings#maxConnections()} until the connect timeout ends it.
 *
 * <p><b>HTTP/2</b> with {@link TransportSettings#withHttp2()}, where the server chooses it in the TLS handshake; without
 * TLS, and with a server that does not know it, HTTP/1.1 as ever. Exchanges share a connection, and
 * {@link TransportSettings#maxConnections()} is then how many exchanges are under way to a server at a time. There are
 * more connections, but not more than that, only when several exchanges connect at once, or when the server allows
 * fewer streams on one. An abort resets the stream of its own exchange.
 *
 * <p><b>Threads.</b> All exchanges run on one event loop of the Vert.x, which also runs their connections, so that an abort
 * never reaches another exchange. A result completes on the caller's context if that is an event loop of the same Vert.x;
 * a worker, a virtual thread or a plain thread may wait for it.
 * {@link #callerExecutor()} leads back to the caller's context, of whatever Vert.x and kind; for code inside
 * {@code executeBlocking} that is, as for Vert.x's own futures, the context that called {@code executeBlocking}.
 */
public final class VertxTransport implements AsyncTransport {

    private static final long CLOSE_SECONDS = 5;

    private final Engine engine;
    private final AtomicReference<@Nullable CompletionStage<Void>> closing = new AtomicReference<>();

    VertxTransport(Engine engine) {
        this.engine = engine;
    }

    /**
     * A transport with a Vert.x of its own and all settings at their defaults.
     *
     * @return the transport; closing it ends its threads
     */
    public static VertxTransport create() {
        return create(TransportSettings.defaults());
    }

    /**
     * A transport with a Vert.x of its own: one event loop, and only daemon threads.
     *
     * @param settings what is asked of it
     * @return the transport; closing it ends its threads
     */
    public static VertxTransport create(TransportSettings settings) {
        return create(settings, new AddressResolverOptions());
    }

    /** With its own way to look up names. */
    static VertxTransport create(TransportSettings settings, AddressResolverOptions resolver) {
        VertxOptions options = new VertxOptions()
                .setEventLoopPoolSize(2) // One for exchanges; HttpClientEngine starts the other to close Vert.x.
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(2)
                .setUseDaemonThread(true)
                .setAddressResolverOptions(resolver)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false));
        Vertx vertx = Contexts.onSetupThread(() -> Vertx.vertx(options));
        return new VertxTransport(HttpClientEngine.create(vertx, true, settings));
    }

    /**
     * A transport on a Vert.x that is lent, with all settings at their defaults.
     *
     * @param vertx stays open when the transport is closed
     * @return the transport; closing it closes its HTTP client
     */
    public static VertxTransport create(Vertx vertx) {
        return create(vertx, TransportSettings.defaults());
    }

    /**
     * A transport on a Vert.x that is lent.
     *
     * @param vertx stays open when the transport is closed
     * @param settings what is asked of the HTTP client
     * @return the transport; closing it closes its HTTP client
     */
    public static VertxTransport create(Vertx vertx, TransportSettings settings) {
        Objects.requireNonNull(vertx, "vertx");
        return new VertxTransport(HttpClientEngine.create(vertx, false, settings));
    }

    /**
     * A transport with a web client that is lent: its pool, TLS, proxy and timeouts are as its owner set them. What
     * that costs against the other ways:
     *
     * <ul>
     *   <li>A web client offers no handle to abort a request. An aborted exchange fails at once, but its connection
     *       is free again only when the answer has come, or a timeout of the web client has struck: set its idle
     *       timeout.
     *   <li>Bodies are held in memory before the library sees them, whatever their size.
     *   <li>What its owner switched on stays on: a user agent of its own, decompression, interceptors, a cookie
     *       store. Redirects are not followed.
     *   <li>Every failure but one to connect counts as sent, since a web client does not tell.
     *   <li>As ever with a lent web client, calls from plain threads go to all event loops of its Vert.x in turn, and
     *       each loop opens a connection of its own.
     * </ul>
     *
     * @param client stays open when the transport is closed
     * @return the transport
     */
    public static VertxTransport create(WebClient client) {
        return new VertxTransport(new WebClientEngine(Objects.requireNonNull(client, "client")));
    }

    @Override
    public CompletionStage<TransportResponse> exchange(TransportRequest request, ExchangeContext exchange) {
        try {
            return engine.exchange(request, exchange);
        } catch (RequestNotSentException e) {
            return CompletableFuture.failedFuture(e);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(new RequestNotSentException("Vert.x cannot send " + request, e));
        }
    }

    /**
     * True on an event loop thread of any Vert.x; workers, {@code executeBlocking} and virtual threads may block.
     */
    @Override
    public boolean mustNotBlock() {
        return Context.isOnEventLoopThread();
    }

    @Override
    public Executor callerExecutor() {
        return Contexts.ofCaller();
    }

    /**
     * Gives up what this transport made, and waits up to five seconds for it, but on an event loop only starts it.
     */
    @Override
    public void close() {
        CompletableFuture<Void> closed = closeAsync().toCompletableFuture();
        if (mustNotBlock()) {
            return;
        }
        try {
            closed.get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // Nobody can do anything about it, and everything in flight has failed already.
        }
    }

    @Override
    public CompletionStage<Void> closeAsync() {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletionStage<Void> first = closing.compareAndExchange(null, mine);
        if (first != null) {
            return first;
        }
        engine.close().whenComplete((done, failure) -> mine.complete(null));
        return mine;
    }
}
