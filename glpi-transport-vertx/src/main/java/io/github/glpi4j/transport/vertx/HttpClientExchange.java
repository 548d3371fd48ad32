package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.Exchange;
import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.Target;
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
import org.jspecify.annotations.Nullable;

/** One exchange on our own HTTP client. All its steps run on one event loop, so no field needs a lock. */
final class HttpClientExchange {

    private enum Phase {
        WAITING,
        CONNECTING,
        SENT
    }

    private final HttpClient client;
    private final ConnectionLimit limit;
    private final FileWorkers workers;
    private final Context context;
    private final Origin origin;
    private final Failures failures;
    private final RequestOptions options;
    private final TransportRequest request;
    private final Exchange exchange;
    private final CompletableFuture<TransportResponse> result = new CompletableFuture<>();

    private Phase phase = Phase.WAITING;
    private boolean over;
    private @Nullable HttpClientRequest begun;
    private @Nullable HttpClientResponse answer;
    private @Nullable Upload upload;
    private @Nullable Download download;

    HttpClientExchange(
            HttpClient client,
            ConnectionLimit limit,
            FileWorkers workers,
            Context context,
            Origin origin,
            Failures failures,
            RequestOptions options,
            TransportRequest request,
            Exchange exchange) {
        this.client = client;
        this.limit = limit;
        this.workers = workers;
        this.context = context;
        this.origin = origin;
        this.failures = failures;
        this.options = options;
        this.request = request;
        this.exchange = exchange;
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
        try {
            client.request(options).onComplete(this::connected, this::connectFailed);
        } catch (RuntimeException e) {
            connectFailed(e);
        }
    }

    private void connectFailed(Throwable failure) {
        limit.leave(this);
        end(failures.connecting(failure));
    }

    private void connected(HttpClientRequest connected) {
        begun = connected;
        // What no handler takes Vert.x logs; here it arrives with the answer, or is of no interest any more.
        connected.exceptionHandler(failure -> {});
        connected.connection().exceptionHandler(failure -> {});
        if (over) {
            // Aborted meanwhile. The API that both versions share cannot hand back a request that was not begun.
            giveUp();
            return;
        }
        phase = Phase.SENT;
        try {
            send(connected).onComplete(this::answered, failure -> fail(failures.exchanging(failure)));
        } catch (RuntimeException e) {
            fail(failures.exchanging(e));
        }
    }

    private Future<HttpClientResponse> send(HttpClientRequest connected) {
        Messages.addHeaders(request, connected.headers());
        if (request.body().length() == 0) {
            return connected.send();
        }
        if (!Messages.holdsFiles(request)) {
            return connected.send(Messages.body(request));
        }
        upload = new Upload(
                request.body(),
                connected,
                workers,
                exchange::progressed,
                this::fail,
                failure -> fail(failures.exchanging(failure)));
        upload.start();
        return connected.response();
    }

    private void answered(HttpClientResponse answer) {
        if (over) {
            return;
        }
        this.answer = answer;
        try {
            Target target = Messages.target(exchange, answer.statusCode(), answer.headers());
            answer.exceptionHandler(this::broken);
            Optional<Path> file = target.file();
            if (file.isPresent()) {
                Download started = new Download(
                        context, answer, workers, exchange::progressed, () -> finish(target), this::unwritable);
                download = started;
                answer.endHandler(end -> ended(started));
                started.start(file.get());
            } else {
                answer.handler(chunk -> write(chunk, target));
                answer.endHandler(end -> {
                    release();
                    finish(target);
                });
            }
        } catch (IOException e) {
            fail(e);
        } catch (RuntimeException e) {
            fail(failures.exchanging(e));
        }
    }

    private void ended(Download download) {
        release();
        download.ended();
    }

    private void broken(Throwable reason) {
        HttpClientRequest sent = begun;
        Download receiving = download;
        if (over || receiving == null || sent == null || sent.version() == HttpVersion.HTTP_2) {
            fail(failures.exchanging(reason));
            return;
        }
        receiving.takeTheRest(sent.connection(), () -> {
            if (receiving.isWhole(reason)) {
                ended(receiving);
            } else {
                fail(failures.exchanging(reason));
            }
        });
    }

    private void write(Buffer chunk, Target target) {
        if (over) {
            return;
        }
        try {
            Messages.write(chunk, target);
        } catch (IOException e) {
            fail(e);
        } catch (RuntimeException e) {
            fail(failures.exchanging(e));
        }
    }

    /** The whole answer is here: from now on the connection is not ours to close. */
    private void release() {
        if (over) {
            return;
        }
        if (upload == null || upload.isWhole()) {
            limit.leave(this);
        } else {
            giveUp(); // The server has answered early, and would take the rest for the next request.
        }
        begun = null;
    }

    private void unwritable(Throwable failure) {
        fail(new IOException("the answer cannot be written to its file: " + failure.getMessage(), failure));
    }

    private void finish(Target target) {
        if (over) {
            return;
        }
        TransportResponse response;
        try {
            response = target.response();
        } catch (RuntimeException e) {
            fail(failures.exchanging(e));
            return;
        }
        over = true;
        result.complete(response);
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

    private void fail(IOException failure) {
        if (over) {
            return;
        }
        giveUp();
        end(failure);
    }

    /** Only now may the library delete a file that was being written. */
    private void end(IOException failure) {
        over = true;
        if (download == null) {
            result.completeExceptionally(failure);
        } else {
            download.stop(() -> result.completeExceptionally(failure));
        }
    }

    /** On HTTP/2 other exchanges are on the connection too: it is theirs, and only the stream is reset. */
    private void giveUp() {
        if (upload != null) {
            upload.stop();
        }
        if (begun != null && begun.version() == HttpVersion.HTTP_2) {
            reset(begun);
            return;
        }
        if (begun != null) {
            begun.connection().close();
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
