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
 * An asynchronous transport on Vert.x 5.1 or 4.5. It never blocks the caller.
 *
 * <p>There are three ways to create one:
 *
 * <ul>
 *   <li>{@link #create()}: with its own Vert.x, which is closed with the transport. All its threads are daemons.
 *   <li>{@link #create(Vertx)}: on an external Vert.x, which stays open. The transport creates its own HTTP client on it
 *       and closes it; undeploying the verticle that created the transport does not.
 *   <li>{@link #create(WebClient)}: with an external web client and all its settings. It stays open.
 * </ul>
 *
 * <p><b>Wire.</b> HTTP/1.1. Idle connections are kept for 30 seconds. Requests are sent unchanged, except that {@code
 * host} and {@code content-length} are added where HTTP requires them. Redirects, pipelining, decompression and tracing
 * are off. An exchange aborted while connecting ends immediately, but Vert.x cannot cancel the connect: it counts towards
 * {@link TransportSettings#maxConnections()} until the connect timeout.
 *
 * <p><b>HTTP/2</b> is used with {@link TransportSettings.Builder#http2()} if the server chooses it in the TLS handshake.
 * Exchanges then share connections, and {@link TransportSettings#maxConnections()} limits the concurrent exchanges per
 * server. An abort resets only the stream of its exchange.
 *
 * <p><b>Threads.</b> All exchanges and their connections run on one event loop. A result completes on the caller's context
 * if that is an event loop of the same Vert.x. {@link #callerExecutor()} runs tasks on the caller's context, whatever its
 * Vert.x and kind; within {@code executeBlocking} that is the context that called {@code executeBlocking}.
 */
public final class VertxTransport implements AsyncTransport {

    private static final long CLOSE_SECONDS = 5;

    private final Engine engine;
    private final AtomicReference<@Nullable CompletionStage<Void>> closing = new AtomicReference<>();

    VertxTransport(Engine engine) {
        this.engine = engine;
    }

    /** {@return a transport with its own Vert.x and default settings; closing it ends its threads} */
    public static VertxTransport create() {
        return create(TransportSettings.defaults());
    }

    /**
     * Creates a transport with its own Vert.x, whose threads are daemons.
     *
     * @param settings the settings
     * @return a new transport; closing it ends its threads
     */
    public static VertxTransport create(TransportSettings settings) {
        return create(settings, new AddressResolverOptions());
    }

    /** For tests: with the given name resolution. */
    static VertxTransport create(TransportSettings settings, AddressResolverOptions resolver) {
        VertxOptions options = new VertxOptions()
                .setEventLoopPoolSize(1)
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
     * Creates a transport on an external Vert.x, with default settings.
     *
     * @param vertx stays open when the transport is closed
     * @return a new transport; closing it closes its HTTP client
     */
    public static VertxTransport create(Vertx vertx) {
        return create(vertx, TransportSettings.defaults());
    }

    /**
     * Creates a transport on an external Vert.x.
     *
     * @param vertx stays open when the transport is closed
     * @param settings the settings of the HTTP client
     * @return a new transport; closing it closes its HTTP client
     */
    public static VertxTransport create(Vertx vertx, TransportSettings settings) {
        Objects.requireNonNull(vertx, "vertx");
        return new VertxTransport(HttpClientEngine.create(vertx, false, settings));
    }

    /**
     * Creates a transport with an external web client, with its pool, TLS, proxy and timeouts. Limitations compared to
     * the other ways:
     *
     * <ul>
     *   <li>A web client cannot abort a request. An aborted exchange fails immediately, but its connection is released
     *       only by the response or a timeout of the web client: set its idle timeout.
     *   <li>Bodies of any size are held in memory.
     *   <li>Enabled features stay enabled: the web client's user agent, decompression, interceptors, a cookie store.
     *       Redirects are not followed.
     *   <li>All failures except those to connect count as sent, since a web client does not report more.
     *   <li>Calls from plain threads are distributed over all event loops of its Vert.x, and each loop opens its own
     *       connections.
     * </ul>
     *
     * @param client stays open when the transport is closed
     * @return a new transport
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

    /** {@return true on an event loop thread of any Vert.x; workers and virtual threads may block} */
    @Override
    public boolean mustNotBlock() {
        return Context.isOnEventLoopThread();
    }

    @Override
    public Executor callerExecutor() {
        return Contexts.ofCaller();
    }

    /** Closes what this transport created. Waits up to five seconds; on an event loop it returns without waiting. */
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
            // Nothing can be done, and all exchanges have failed already.
        }
    }

    @Override
    public CompletionStage<Void> closeAsync() {
        CompletableFuture<Void> own = new CompletableFuture<>();
        CompletionStage<Void> first = closing.compareAndExchange(null, own);
        if (first != null) {
            return first;
        }
        engine.close().whenComplete((done, failure) -> own.complete(null));
        return own;
    }
}
