package io.github.glpi4j.transport.tck.jdk;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** An exchange, from the queue to its completion. */
final class JdkExchange {

    private final TransportRequest request;
    private final Engine engine;
    private final ResponseReader reader;
    private final RequestStream body;
    private final CompletableFuture<TransportResponse> result = new CompletableFuture<>();
    private @Nullable CompletableFuture<HttpResponse<TransportResponse>> sending;
    private boolean aborted;

    JdkExchange(TransportRequest request, ExchangeContext exchange, Engine engine) {
        this.request = request;
        this.engine = engine;
        this.reader = new ResponseReader(exchange, engine.maxHeaderBytes(), this::closeConnection);
        this.body = new RequestStream(request.body(), exchange);
    }

    CompletableFuture<TransportResponse> result() {
        return result;
    }

    void onEnd(Runnable task) {
        CompletionStage<TransportResponse> end = result;
        end.whenComplete((response, failure) -> task.run());
    }

    /** Sends the request, and releases the slot at the end. */
    void run(Runnable release) {
        CompletionStage<HttpResponse<TransportResponse>> sent = send();
        if (sent == null) {
            release.run();
            return;
        }
        sent.whenComplete((response, failure) -> {
            body.close();
            release.run();
            if (failure != null) {
                result.completeExceptionally(cause(failure));
            } else if (response.body() == null) {
                result.completeExceptionally(new ConnectException("the proxy wants credentials for a tunnel"));
            } else {
                result.complete(response.body());
            }
        });
    }

    private synchronized @Nullable CompletableFuture<HttpResponse<TransportResponse>> send() {
        if (aborted) {
            return null;
        }
        sending = engine.send(request, body, reader);
        return sending;
    }

    void abort() {
        boolean unsent;
        synchronized (this) {
            aborted = true;
            unsent = sending == null;
        }
        if (unsent) {
            result.completeExceptionally(new RequestNotSentException("aborted before the request was sent"));
        } else {
            closeConnection();
        }
    }

    /** Cancelling the future makes the JDK's client close the connection. */
    private void closeConnection() {
        CompletableFuture<?> running;
        synchronized (this) {
            running = sending;
        }
        if (running != null) {
            running.cancel(true);
        }
    }

    private Throwable cause(Throwable failure) {
        Throwable thrown = reader.thrown();
        if (thrown != null) {
            return thrown;
        }
        synchronized (this) {
            if (aborted) {
                return new IOException("aborted");
            }
        }
        return Failures.of(failure, body.failure(), reader.hasBegun());
    }
}
