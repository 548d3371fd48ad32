package io.github.glpi4j;

import io.github.glpi4j.transport.AsyncTransport;
import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;

/** A list whose first page comes at once, and whose other pages never come: requests for them end when they are aborted. */
final class HeldPages {

    /** One permit for each request that is held. */
    final Semaphore held = new Semaphore(0);

    /** One permit for each of them that was aborted. */
    final Semaphore aborted = new Semaphore(0);

    private final long size;

    HeldPages(long size) {
        this.size = size;
    }

    Transport transport(StubGlpi.Way way) {
        return way == StubGlpi.Way.BLOCKING_EXECUTE || way == StubGlpi.Way.BLOCKING_ASYNC
                ? (BlockingTransport) this::blocking
                : (AsyncTransport) this::begin;
    }

    private TransportResponse blocking(TransportRequest request, ExchangeContext exchange) throws IOException {
        try {
            return begin(request, exchange).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            throw (IOException) e.getCause();
        }
    }

    private CompletableFuture<TransportResponse> begin(TransportRequest request, ExchangeContext exchange) {
        ListServer.Range range = ListServer.Range.of(request);
        CompletableFuture<TransportResponse> response = new CompletableFuture<>();
        if (range.first() == 0) {
            response.complete(delivered(ListServer.page(range, size), exchange));
        } else {
            exchange.onAbort(() -> {
                if (response.completeExceptionally(new IOException("connection closed by the abort"))) {
                    aborted.release();
                }
            });
            held.release();
        }
        return response;
    }

    private static TransportResponse delivered(TransportResponse page, ExchangeContext exchange) {
        try {
            ResponseSink sink = exchange.responseStarted(page.status(), page.headers());
            byte[] body = new byte[page.body().remaining()];
            page.body().get(body);
            sink.write(body, 0, body.length);
            return sink.response();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
