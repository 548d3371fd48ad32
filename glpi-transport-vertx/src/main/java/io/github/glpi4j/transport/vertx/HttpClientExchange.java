package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
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
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One exchange on our own HTTP client. All exchanges of a transport and all its connections share one event loop, so no
 * field needs a lock, and what this exchange knows of its stream is what the connection knows: it never closes a
 * connection that serves another exchange by now.
 */
final class HttpClientExchange {

    private enum Phase {
        WAITING,
        CONNECTING,
        SENT
    }

    /** How many connections may turn out to be closed before something is sent. */
    private static final int MAX_CONNECTIONS_TRIED = 3;

    private final HttpClient client;
    private final ConnectionLimiter limit;
    private final FileIoExecutor workers;
    private final Context context;
    private final Executor caller;
    private final Origin origin;
    private final VertxFailures failures;
    private final RequestOptions options;
    private final TransportRequest request;
    private final ExchangeContext exchange;
    private final Consumer<HttpClientExchange> gone;
    private final CompletableFuture<TransportResponse> result = new CompletableFuture<>();

    private Phase phase = Phase.WAITING;
    private int connections;
    private boolean connecting;
    private boolean over;
    private boolean ended;
    private boolean received;
    private @Nullable Throwable lost;
    private @Nullable HttpClientRequest begun;
    private @Nullable HttpClientResponse answer;
    private @Nullable RequestFileSender upload;
    private @Nullable ResponseFileWriter download;

    /**
     * @param context runs all steps
     * @param caller completes the result
     * @param gone takes this exchange when its result is complete and it opens no connection any more
     */
    HttpClientExchange(
            HttpClient client,
            ConnectionLimiter limit,
            FileIoExecutor workers,
            Context context,
            Executor caller,
            Origin origin,
            VertxFailures failures,
            RequestOptions options,
            TransportRequest request,
            ExchangeContext exchange,
            Consumer<HttpClientExchange> gone) {
        this.client = client;
        this.limit = limit;
        this.workers = workers;
        this.context = context;
        this.caller = caller;
        this.origin = origin;
        this.failures = failures;
        this.options = options;
        this.request = request;
        this.exchange = exchange;
        this.gone = gone;
    }

    CompletionStage<TransportResponse> start() {
        exchange.onAbort(() -> abort("the exchange was aborted"));
        Contexts.run(context, this::enter);
        return result;
    }

    Origin origin() {
        return origin;
    }

    private void enter() {
        if (!over && !limit.enter(this)) {
            end(new RequestNotSentException("the transport is closed"));
        }
    }

    /** Has this exchange's turn come; maybe on the event loop of another exchange, which just left. */
    void connect() {
        Contexts.run(context, this::connectNow);
    }

    private void connectNow() {
        if (over) {
            limit.leave(this);
            return;
        }
        phase = Phase.CONNECTING;
        connecting = true;
        connections++;
        lost = null;
        try {
            client.request(options).onComplete(this::connected, this::connectFailed);
        } catch (RuntimeException e) {
            connectFailed(e);
        }
    }

    private void connectFailed(Throwable failure) {
        connecting = false;
        limit.leave(this);
        if (over) {
            goneIfEnded();
        } else {
            end(failures.connecting(failure));
        }
    }

    /**
     * Sends nothing yet: the connection may just be handing over the answer before, and what else came with that would
     * pass for ours. Without a request in progress Vert.x closes the connection.
     */
    private void connected(HttpClientRequest connected) {
        begun = connected;
        // What no handler takes Vert.x logs; here it arrives with the answer, or is of no interest any more.
        connected.exceptionHandler(failure -> lost = failure);
        connected.connection().exceptionHandler(failure -> {});
        Contexts.later(context, () -> sendOn(connected));
    }

    private void sendOn(HttpClientRequest connected) {
        connecting = false;
        if (over) {
            // Aborted meanwhile. The API that both versions share cannot hand back a request that was not begun.
            giveUp();
            goneIfEnded();
            return;
        }
        Throwable closed = lost;
        if (closed != null && connections < MAX_CONNECTIONS_TRIED) {
            begun = null;
            connectNow();
            return;
        }
        phase = Phase.SENT;
        try {
            send(connected).onComplete(this::answered, failure -> fail(failures.exchanging(failure)));
        } catch (Throwable e) {
            fail(failures.exchanging(e));
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
                workers,
                exchange::onProgress,
                this::fail,
                failure -> fail(failures.exchanging(failure)));
        upload.start();
        return connected.response();
    }

    private void answered(HttpClientResponse answer) {
        answer.exceptionHandler(
                this::broken); // Without a handler Vert.x logs an error, also for an exchange that is over.
        if (over) {
            return;
        }
        this.answer = answer;
        Headers headers;
        try {
            ResponseHeadValidator.check(answer);
            headers = HttpMessages.headers(answer.headers());
        } catch (IOException e) {
            fail(e);
            return;
        } catch (RuntimeException e) {
            fail(failures.exchanging(e));
            return;
        }
        try {
            if (answer.version() == HttpVersion.HTTP_2) {
                exchange.marksEndOfBody();
            }
            receive(answer, exchange.responseStarted(answer.statusCode(), headers));
        } catch (Throwable e) {
            fail(e);
        }
    }

    private void receive(HttpClientResponse answer, ResponseSink target) {
        Optional<Path> file = target.file();
        if (file.isEmpty()) {
            answer.handler(chunk -> write(chunk, target));
            answer.endHandler(end -> {
                release();
                finish(target);
            });
            return;
        }
        ResponseFileWriter started = new ResponseFileWriter(
                context, answer, workers, exchange::onProgress, () -> finish(target), this::unwritable);
        download = started;
        answer.endHandler(end -> {
            release();
            started.ended();
        });
        started.start(file.get());
    }

    private void broken(Throwable reason) {
        HttpClientRequest sent = begun;
        ResponseFileWriter receiving = download;
        if (over || receiving == null || sent == null || sent.version() == HttpVersion.HTTP_2) {
            fail(failures.exchanging(reason));
            return;
        }
        receiving.takeTheRest(sent.connection(), () -> {
            if (receiving.isWhole(reason)) {
                release();
                receiving.ended();
            } else {
                fail(failures.exchanging(reason));
            }
        });
    }

    private void write(Buffer chunk, ResponseSink target) {
        if (over) {
            return;
        }
        try {
            HttpMessages.write(chunk, target);
        } catch (Throwable e) {
            fail(e);
        }
    }

    /** The whole answer is here: from now on the connection is not ours to close. */
    private void release() {
        received = true;
        if (over) {
            return;
        }
        HttpClientRequest answered = begun;
        begun = null;
        if (answered == null || upload == null || upload.isWhole()) {
            limit.leave(this);
            return;
        }
        // The server has answered early, and would take the rest for the next request.
        upload.stop();
        if (answered.version() == HttpVersion.HTTP_2) {
            reset(answered);
        } else {
            close(answered);
        }
    }

    private void unwritable(Throwable failure) {
        fail(new IOException("the file cannot be written: " + failure, failure));
    }

    private void finish(ResponseSink target) {
        if (over) {
            return;
        }
        TransportResponse response;
        try {
            response = target.response();
        } catch (Throwable e) {
            fail(e);
            return;
        }
        over = true;
        gone.accept(this);
        caller.execute(() -> result.complete(response));
    }

    /** From any thread. */
    void abort(String why) {
        Contexts.run(context, () -> {
            switch (phase) {
                case WAITING ->
                    fail(new RequestNotSentException(
                            why + " while it waited for one of " + limit.max() + " connections to " + origin));
                case CONNECTING -> end(new RequestNotSentException(why + " while connecting to " + origin));
                case SENT -> fail(new IOException(why + " before a whole answer came from " + origin));
            }
        });
    }

    /** With what a target has thrown it fails as it is. */
    private void fail(Throwable failure) {
        if (over) {
            return;
        }
        giveUp();
        end(failure);
    }

    /** Only when the file is closed may the library delete it. */
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
        goneIfEnded();
    }

    private void goneIfEnded() {
        if (ended && !connecting) {
            gone.accept(this);
        }
    }

    /** On HTTP/2 other exchanges are on the connection too: it is theirs, and only the stream is reset. */
    private void giveUp() {
        if (upload != null) {
            upload.stop();
        }
        HttpClientRequest stream = begun;
        begun = null;
        if (stream == null) {
            limit.leave(this);
        } else if (stream.version() == HttpVersion.HTTP_2) {
            reset(stream);
        } else if (download == null) {
            close(stream);
        } else {
            closeUnlessReceived(stream, download);
        }
    }

    /** An answer that waits for its file may have ended, and its connection serve another exchange by now. */
    private void closeUnlessReceived(HttpClientRequest stream, ResponseFileWriter receiving) {
        receiving.skipTheRest();
        Contexts.later(context, () -> {
            if (received) {
                limit.leave(this);
            } else {
                close(stream);
            }
        });
    }

    private void close(HttpClientRequest stream) {
        try {
            stream.connection().close();
        } catch (RejectedExecutionException e) {
            // The owner has closed his Vert.x, and with it the connection.
        }
        limit.leave(this);
    }

    /**
     * What resets a stream at once is not the same in both versions; after a millisecond without data both do it. Only
     * then may the next one come, or a burst of aborts would need more streams than the connection has.
     */
    private void reset(HttpClientRequest stream) {
        if (answer != null) {
            answer.pause();
        }
        try {
            stream.idleTimeout(1);
            context.owner().setTimer(2, timer -> limit.leave(this));
        } catch (RuntimeException e) {
            limit.leave(this); // The owner has closed his Vert.x, and with it timers and streams.
        }
    }
}
