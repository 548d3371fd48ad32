package io.github.glpi4j;

import io.github.glpi4j.transport.AsyncTransport;
import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** A transport of either kind that records requests and gives one answer. */
final class StubGlpi {

    static final String JSON = "application/json; charset=UTF-8";

    /** The four ways in which a call can run. */
    enum Way {
        BLOCKING_EXECUTE,
        BLOCKING_ASYNC,
        ASYNC_EXECUTE,
        ASYNC_ASYNC;

        Transport transport(StubGlpi stub) {
            return this == BLOCKING_EXECUTE || this == BLOCKING_ASYNC ? stub.blocking() : stub.async();
        }

        <T extends @Nullable Object> T run(Call<T> call) {
            if (this == BLOCKING_EXECUTE || this == ASYNC_EXECUTE) {
                return call.execute();
            }
            try {
                return call.executeAsync().join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw e;
            }
        }
    }

    final RecordingListener listener = new RecordingListener();

    private final List<TransportRequest> requests = new CopyOnWriteArrayList<>();
    private final Reply reply;

    /** What the stub does with a request. */
    interface Reply {
        TransportResponse to(TransportRequest request) throws IOException;
    }

    private StubGlpi(Reply reply) {
        this.reply = reply;
    }

    static StubGlpi replying(Reply reply) {
        return new StubGlpi(reply);
    }

    static StubGlpi answering(int status, String contentType, String body) {
        return replying(request -> response(status, contentType, body));
    }

    static StubGlpi failing(IOException failure) {
        return replying(request -> {
            throw failure;
        });
    }

    static TransportResponse response(int status, String contentType, String body, String... headers) {
        Headers.Builder all = Headers.builder().add("Content-Type", contentType);
        Headers.of(headers).forEach(all::add);
        return TransportResponse.of(status, all.build(), ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)));
    }

    BlockingTransport blocking() {
        return (request, exchange) -> {
            requests.add(request);
            return deliver(reply.to(request), exchange);
        };
    }

    AsyncTransport async() {
        return (request, exchange) -> {
            requests.add(request);
            try {
                return CompletableFuture.completedFuture(deliver(reply.to(request), exchange));
            } catch (IOException e) {
                return CompletableFuture.failedFuture(e);
            }
        };
    }

    /** As over a network: responses come on other threads, and an abort loses the response, not the request. */
    Transport remote(Way way) {
        return way == Way.BLOCKING_EXECUTE || way == Way.BLOCKING_ASYNC
                ? (BlockingTransport) (request, exchange) -> {
                    try {
                        return begin(request, exchange).get();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw new InterruptedIOException("interrupted");
                    } catch (ExecutionException e) {
                        throw (IOException) e.getCause();
                    }
                }
                : (AsyncTransport) this::begin;
    }

    private CompletableFuture<TransportResponse> begin(TransportRequest request, ExchangeContext exchange) {
        requests.add(request);
        CompletableFuture<TransportResponse> response = new CompletableFuture<>();
        exchange.onAbort(() -> response.completeExceptionally(new IOException("connection closed by the abort")));
        Thread server = new Thread(() -> {
            try {
                TransportResponse answer = reply.to(request);
                if (!response.isDone()) {
                    response.complete(deliver(answer, exchange));
                }
            } catch (IOException e) {
                response.completeExceptionally(e);
            }
        });
        server.setDaemon(true);
        server.start();
        return response;
    }

    /** As a transport does it: into the core's target, which has a limit. */
    private static TransportResponse deliver(TransportResponse answer, ExchangeContext exchange) throws IOException {
        ResponseSink target = exchange.responseStarted(answer.status(), answer.headers());
        byte[] body = new byte[answer.body().remaining()];
        answer.body().get(body);
        target.write(body, 0, body.length);
        return target.response();
    }

    GlpiClientBuilder client() {
        return client(Way.BLOCKING_EXECUTE);
    }

    GlpiClientBuilder client(Way way) {
        return GlpiClient.builder("http://localhost/glpi")
                .transport(way.transport(this))
                .listener(listener)
                .credentials(Credentials.userToken("user-token-canary"));
    }

    List<TransportRequest> requests() {
        return requests;
    }

    TransportRequest onlyRequest() {
        if (requests.size() != 1) {
            throw new AssertionError("one request expected, not " + requests);
        }
        return requests.get(0);
    }
}
