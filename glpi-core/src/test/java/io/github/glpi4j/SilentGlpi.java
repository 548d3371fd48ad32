package io.github.glpi4j;

import io.github.glpi4j.transport.AsyncTransport;
import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A transport of either kind that never answers, until its exchange is aborted. */
final class SilentGlpi {

    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch aborted = new CountDownLatch(1);
    final AtomicInteger exchanges = new AtomicInteger();

    Transport transport(StubGlpi.Way way) {
        return way == StubGlpi.Way.BLOCKING_EXECUTE || way == StubGlpi.Way.BLOCKING_ASYNC ? blocking() : async();
    }

    private BlockingTransport blocking() {
        return (request, exchange) -> {
            CompletableFuture<TransportResponse> answer = new CompletableFuture<>();
            begin(exchange::onAbort, answer);
            try {
                return answer.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            } catch (ExecutionException e) {
                throw (IOException) e.getCause();
            }
        };
    }

    private AsyncTransport async() {
        return (request, exchange) -> {
            CompletableFuture<TransportResponse> answer = new CompletableFuture<>();
            begin(exchange::onAbort, answer);
            return answer;
        };
    }

    private void begin(Consumer<Runnable> onAbort, CompletableFuture<TransportResponse> answer) {
        exchanges.incrementAndGet();
        onAbort.accept(() -> {
            aborted.countDown();
            answer.completeExceptionally(new IOException("connection closed by the abort"));
        });
        entered.countDown();
    }

    GlpiClientBuilder client(StubGlpi.Way way) {
        return GlpiClient.builder("http://localhost")
                .listener(new RecordingListener())
                .transport(transport(way))
                .credentials(Credentials.userToken("token"));
    }
}
