package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Runs exchanges on an external web client, which buffers bodies and cannot abort a request. */
final class WebClientEngine implements Engine {

    private record Loop(Vertx owner, Context context) {}

    private final WebClient client;
    private final Set<Pending> pending = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;
    private volatile @Nullable Loop loop;

    WebClientEngine(WebClient client) {
        this.client = client;
    }

    @Override
    public CompletionStage<TransportResponse> exchange(TransportRequest request, ExchangeContext exchange)
            throws RequestNotSentException {
        HttpMessages.checkHeaders(request);
        Pending entry = new Pending(request, exchange, Origin.of(request));
        pending.add(entry);
        if (closed) {
            entry.abort("the transport is closed");
        }
        exchange.onAbort(() -> entry.abort("the exchange was aborted"));
        runOffWorkers(entry::send);
        return entry.result;
    }

    /** A worker or virtual thread may block waiting for the response, so its context must not deliver it. */
    private void runOffWorkers(Runnable send) {
        Context current = Vertx.currentContext();
        if (current == null || Context.isOnEventLoopThread()) {
            send.run();
        } else {
            Contexts.run(current.isEventLoopContext() ? current : loopOf(current.owner()), send);
        }
    }

    private Context loopOf(Vertx owner) {
        Loop known = loop;
        if (known == null || known.owner != owner) {
            known = new Loop(owner, Contexts.onSetupThread(owner::getOrCreateContext));
            loop = known;
        }
        return known.context;
    }

    @Override
    public CompletionStage<Void> close() {
        closed = true;
        pending.forEach(entry -> entry.abort("the transport was closed"));
        return CompletableFuture.completedFuture(null);
    }

    private final class Pending {

        private final TransportRequest request;
        private final ExchangeContext exchange;
        private final Origin origin;
        private final VertxFailures failures;
        private final CompletableFuture<TransportResponse> result = new CompletableFuture<>();
        private final AtomicBoolean started = new AtomicBoolean();

        Pending(TransportRequest request, ExchangeContext exchange, Origin origin) {
            this.request = request;
            this.exchange = exchange;
            this.origin = origin;
            this.failures = new VertxFailures(origin, null);
        }

        void abort(String why) {
            fail(
                    started.compareAndSet(false, true)
                            ? new RequestNotSentException(why)
                            : new IOException(why + " before a complete response from " + origin));
        }

        void send() {
            if (!started.compareAndSet(false, true)) {
                return;
            }
            try {
                HttpRequest<Buffer> prepared = client.request(
                                HttpMethod.valueOf(request.method()), origin.port(), origin.host(), request.target())
                        .ssl(origin.ssl())
                        .followRedirects(false);
                // Replaces headers that the web client has already added, such as its User-Agent.
                request.headers().forEach((name, value) -> prepared.headers().remove(name));
                HttpMessages.addHeaders(request, prepared.headers());
                Future<HttpResponse<Buffer>> response = request.body().length() == 0
                        ? prepared.send()
                        : prepared.sendBuffer(HttpMessages.body(request));
                response.onComplete(this::responded, failure -> fail(failures.unknownPhase(failure)));
            } catch (RuntimeException e) {
                fail(failures.unknownPhase(e));
            }
        }

        private void responded(HttpResponse<Buffer> response) {
            if (result.isDone()) {
                return;
            }
            try {
                ResponseHeadValidator.checkStatus(response.statusCode());
                Headers headers = HttpMessages.headers(response.headers());
                if (response.version() == HttpVersion.HTTP_2) {
                    exchange.marksEndOfBody();
                }
                ResponseSink sink = exchange.responseStarted(response.statusCode(), headers);
                Buffer body = response.body();
                if (body != null) {
                    sink.write(body.getBytes(), 0, body.length());
                }
                pending.remove(this);
                result.complete(sink.response());
            } catch (Throwable e) {
                fail(e);
            }
        }

        private void fail(Throwable failure) {
            pending.remove(this);
            result.completeExceptionally(failure);
        }
    }
}
