package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One exchange on the transport's own HTTP client. All exchanges and connections of a transport run on one event loop, so
 * no field needs a lock, and an exchange never closes a connection that already serves another one.
 */
final class HttpClientExchange {

    private enum Phase {
        WAITING,
        CONNECTING,
        SENT
    }

    /** Limits how many connections are tried if each turns out to be closed before anything is sent. */
    private static final int MAX_CONNECTIONS_TRIED = 3;

    private final ExchangeResources shared;
    private final Executor caller;
    private final Origin origin;
    private final RequestOptions options;
    private final TransportRequest request;
    private final ExchangeContext exchange;
    private final CompletableFuture<TransportResponse> result = new CompletableFuture<>();

    private Phase phase = Phase.WAITING;
    private int connections;
    private boolean connecting;
    private boolean over;
    private boolean ended;
    private boolean received;
    private @Nullable Throwable lost;
    private @Nullable HttpClientRequest stream;
    private @Nullable HttpClientResponse response;
    private @Nullable RequestFileSender upload;
    private @Nullable ResponseFileWriter download;

    /**
     * @param shared what all exchanges of the transport use
     * @param caller completes the result
     */
    HttpClientExchange(
            ExchangeResources shared,
            Executor caller,
            Origin origin,
            RequestOptions options,
            TransportRequest request,
            ExchangeContext exchange) {
        this.shared = shared;
        this.caller = caller;
        this.origin = origin;
        this.options = options;
        this.request = request;
        this.exchange = exchange;
    }

    CompletionStage<TransportResponse> start() {
        exchange.onAbort(() -> abort("the exchange was aborted"));
        Contexts.run(shared.context, this::enter);
        return result;
    }

    Origin origin() {
        return origin;
    }

    private void enter() {
        if (!over && !shared.limit.enter(this)) {
            end(new RequestNotSentException("the transport is closed"));
        }
    }

    /** Called when it is this exchange's turn. */
    void connect() {
        Contexts.run(shared.context, this::connectNow);
    }

    /**
     * Limits name lookup, TCP and TLS together; the options of the client limit each separately. The limit of the request
     * would do the same, but Vert.x 5.1 keeps a connection that it has closed in memory until that limit is over.
     */
    private void connectNow() {
        if (over) {
            shared.limit.leave(this);
            return;
        }
        phase = Phase.CONNECTING;
        connecting = true;
        connections++;
        lost = null;
        try {
            Future<HttpClientRequest> connect = shared.client.request(options);
            Future<HttpClientRequest> inTime = connect.timeout(shared.connectMillis, TimeUnit.MILLISECONDS);
            inTime.onComplete(this::connected, this::connectFailed);
            connect.onSuccess(late -> {
                if (inTime.failed()) {
                    late.exceptionHandler(failure -> {});
                    shared.closer.end(late, null, () -> {});
                }
            });
        } catch (RuntimeException e) {
            connectFailed(e);
        }
    }

    private void connectFailed(Throwable failure) {
        connecting = false;
        shared.limit.leave(this);
        if (over) {
            removeIfEnded();
        } else {
            end(failures().connecting(failure));
        }
    }

    /**
     * Does not send yet: bytes that no request asked for may have arrived, and would be taken for this response. While no
     * request is in progress, Vert.x closes the connection when it reads such bytes.
     */
    private void connected(HttpClientRequest connected) {
        stream = connected;
        // Without a handler Vert.x logs the exception; it is reported through the response or no longer relevant.
        connected.exceptionHandler(failure -> lost = failure);
        connected.connection().exceptionHandler(failure -> {});
        Contexts.afterNextRead(shared.context, () -> sendOn(connected));
    }

    private void sendOn(HttpClientRequest connected) {
        connecting = false;
        if (over) {
            // Aborted meanwhile. The API common to both versions cannot return an unused request to the pool.
            giveUp();
            removeIfEnded();
            return;
        }
        Throwable closed = lost;
        if (closed != null && connections < MAX_CONNECTIONS_TRIED) {
            stream = null;
            connectNow();
            return;
        }
        phase = Phase.SENT;
        try {
            send(connected)
                    .onComplete(this::responded, failure -> fail(failures().exchanging(failure)));
        } catch (Throwable e) {
            fail(failures().exchanging(e));
        }
    }

    private Future<HttpClientResponse> send(HttpClientRequest connected) {
        HttpMessages.addHeaders(request, connected.headers());
        if (request.body().length() == 0) {
            return connected.send();
        }
        if (!HttpMessages.holdsFiles(request)) {
            return connected.send(HttpMessages.body(request));
        }
        upload = new RequestFileSender(
                request.body(),
                connected,
                shared.workers,
                exchange::onProgress,
                this::fail,
                failure -> fail(failures().exchanging(failure)));
        upload.start();
        return connected.response();
    }

    private void responded(HttpClientResponse incoming) {
        // Set even for an ended exchange: without a handler Vert.x logs an error.
        incoming.exceptionHandler(this::broken);
        if (over) {
            return;
        }
        response = incoming;
        Headers headers;
        try {
            headers = HttpMessages.headers(incoming.headers());
            ResponseHeadValidator.check(incoming.statusCode(), incoming.version(), headers);
        } catch (IOException e) {
            fail(e);
            return;
        } catch (RuntimeException e) {
            fail(failures().exchanging(e));
            return;
        }
        try {
            if (incoming.version() == HttpVersion.HTTP_2) {
                exchange.marksEndOfBody();
            }
            receive(incoming, exchange.responseStarted(incoming.statusCode(), headers));
        } catch (Throwable e) {
            fail(e);
        }
    }

    private void receive(HttpClientResponse incoming, ResponseSink sink) {
        Optional<Path> file = sink.file();
        if (file.isEmpty()) {
            incoming.handler(chunk -> write(chunk, sink));
            incoming.endHandler(end -> {
                release();
                finish(sink);
            });
            return;
        }
        ResponseFileWriter started = new ResponseFileWriter(
                shared.context, incoming, shared.workers, exchange::onProgress, () -> finish(sink), this::unwritable);
        download = started;
        incoming.endHandler(end -> {
            release();
            started.ended();
        });
        started.start(file.get());
    }

    private void broken(Throwable reason) {
        HttpClientRequest sent = stream;
        ResponseFileWriter receiving = download;
        if (over || receiving == null || sent == null || sent.version() == HttpVersion.HTTP_2) {
            fail(failures().exchanging(reason));
            return;
        }
        receiving.drain(sent.connection(), () -> {
            if (receiving.isComplete(reason)) {
                release();
                receiving.ended();
            } else {
                fail(failures().exchanging(reason));
            }
        });
    }

    private void write(Buffer chunk, ResponseSink sink) {
        if (over) {
            return;
        }
        try {
            HttpMessages.write(chunk, sink, shared.buffer);
        } catch (Throwable e) {
            fail(e);
        }
    }

    /** Called when the response is complete. From here on the connection must not be closed. */
    private void release() {
        received = true;
        if (over) {
            return;
        }
        HttpClientRequest current = stream;
        stream = null;
        if (current == null || upload == null || upload.isComplete()) {
            shared.limit.leave(this);
            return;
        }
        // The server responded before the end of the request and would read the rest as the next request.
        upload.stop();
        shared.closer.end(current, response, this::leave);
    }

    private void unwritable(Throwable failure) {
        fail(new IOException("the file cannot be written: " + failure, failure));
    }

    private void finish(ResponseSink sink) {
        if (over) {
            return;
        }
        TransportResponse response;
        try {
            response = sink.response();
        } catch (Throwable e) {
            fail(e);
            return;
        }
        over = true;
        shared.live.remove(this);
        caller.execute(() -> result.complete(response));
    }

    /** From any thread. */
    void abort(String why) {
        Contexts.run(shared.context, () -> {
            switch (phase) {
                case WAITING ->
                    fail(new RequestNotSentException(
                            why + " while waiting for one of " + shared.limit.max() + " connections to " + origin));
                case CONNECTING -> end(new RequestNotSentException(why + " while connecting to " + origin));
                case SENT -> fail(new IOException(why + " before a complete response from " + origin));
            }
        });
    }

    /** Fails with an exception of the sink unchanged. */
    private void fail(Throwable failure) {
        if (over) {
            return;
        }
        giveUp();
        end(failure);
    }

    /** Completes only when the file is closed: then the library may delete it. */
    private void end(Throwable failure) {
        over = true;
        if (download == null) {
            ended(failure);
        } else {
            download.stop(() -> ended(failure));
        }
    }

    private void ended(Throwable failure) {
        caller.execute(() -> result.completeExceptionally(failure));
        ended = true;
        removeIfEnded();
    }

    private void removeIfEnded() {
        if (ended && !connecting) {
            shared.live.remove(this);
        }
    }

    /** On HTTP/2 only the stream is reset, because other exchanges share the connection. */
    private void giveUp() {
        if (upload != null) {
            upload.stop();
        }
        HttpClientRequest current = stream;
        stream = null;
        if (current == null) {
            shared.limit.leave(this);
        } else if (download == null || current.version() == HttpVersion.HTTP_2) {
            shared.closer.end(current, response, this::leave);
        } else {
            closeUnlessReceived(current, download);
        }
    }

    /** A response that waits for its file may be complete already, and its connection may serve another exchange. */
    private void closeUnlessReceived(HttpClientRequest current, ResponseFileWriter receiving) {
        receiving.discardRest();
        Contexts.later(shared.context, () -> {
            if (received) {
                shared.limit.leave(this);
            } else {
                shared.closer.end(current, response, this::leave);
            }
        });
    }

    private VertxFailures failures() {
        return new VertxFailures(origin, shared.proxy);
    }

    private void leave() {
        shared.limit.leave(this);
    }
}
