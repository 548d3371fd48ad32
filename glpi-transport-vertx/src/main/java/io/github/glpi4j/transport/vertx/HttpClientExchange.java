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
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
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
    private final Context context;
    private final Origin origin;
    private final RequestOptions options;
    private final TransportRequest request;
    private final Exchange exchange;
    private final CompletableFuture<TransportResponse> result = new CompletableFuture<>();

    private Phase phase = Phase.WAITING;
    private @Nullable HttpConnection connection;

    HttpClientExchange(
            HttpClient client,
            ConnectionLimit limit,
            Context context,
            Origin origin,
            RequestOptions options,
            TransportRequest request,
            Exchange exchange) {
        this.client = client;
        this.limit = limit;
        this.context = context;
        this.origin = origin;
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
        if (!result.isDone() && !limit.enter(this)) {
            result.completeExceptionally(new RequestNotSentException("the transport is closed"));
        }
    }

    /** Has this exchange's turn come; maybe on the event loop of another exchange, which just left. */
    void connect() {
        Contexts.run(context, this::connectNow);
    }

    private void connectNow() {
        if (result.isDone()) {
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
        result.completeExceptionally(Failures.connecting(failure, origin));
    }

    private void connected(HttpClientRequest connected) {
        HttpConnection made = connected.connection();
        connection = made;
        // What no handler takes Vert.x logs; here it arrives with the answer, or is of no interest any more.
        connected.exceptionHandler(failure -> {});
        made.exceptionHandler(failure -> {});
        if (result.isDone()) {
            // Aborted meanwhile. The API that both versions share cannot hand back a request that was not begun.
            giveUp();
            return;
        }
        phase = Phase.SENT;
        try {
            Future<HttpClientResponse> answer =
                    request.body().length() == 0 ? connected.send() : connected.send(Messages.body(request));
            answer.onComplete(this::answered, failure -> fail(Failures.exchanging(failure, origin)));
        } catch (RuntimeException e) {
            fail(Failures.exchanging(e, origin));
        }
    }

    private void answered(HttpClientResponse answer) {
        if (result.isDone()) {
            return;
        }
        try {
            Target target = Messages.target(exchange, answer.statusCode(), answer.headers());
            answer.exceptionHandler(failure -> fail(Failures.exchanging(failure, origin)));
            answer.handler(chunk -> write(chunk, target));
            answer.endHandler(end -> finish(target));
        } catch (IOException e) {
            fail(e);
        } catch (RuntimeException e) {
            fail(Failures.exchanging(e, origin));
        }
    }

    private void write(Buffer chunk, Target target) {
        if (result.isDone()) {
            return;
        }
        try {
            Messages.write(chunk, target);
        } catch (IOException e) {
            fail(e);
        } catch (RuntimeException e) {
            fail(Failures.exchanging(e, origin));
        }
    }

    private void finish(Target target) {
        if (result.isDone()) {
            return;
        }
        TransportResponse response;
        try {
            response = target.response();
        } catch (RuntimeException e) {
            fail(Failures.exchanging(e, origin));
            return;
        }
        limit.leave(this);
        result.complete(response);
    }

    /** From any thread. */
    void abort(String why) {
        Contexts.run(context, () -> {
            switch (phase) {
                case WAITING ->
                    fail(new RequestNotSentException(
                            why + " while it waited for one of " + limit.max() + " connections to " + origin));
                case CONNECTING ->
                    result.completeExceptionally(new RequestNotSentException(why + " while connecting to " + origin));
                case SENT -> fail(new IOException(why + " before a whole answer came from " + origin));
            }
        });
    }

    private void fail(IOException failure) {
        if (result.isDone()) {
            return;
        }
        giveUp();
        result.completeExceptionally(failure);
    }

    private void giveUp() {
        if (connection != null) {
            connection.close();
        }
        limit.leave(this);
    }
}
