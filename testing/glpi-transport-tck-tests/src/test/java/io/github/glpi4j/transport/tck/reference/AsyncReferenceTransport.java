package io.github.glpi4j.transport.tck.reference;

import io.github.glpi4j.transport.AsyncTransport;
import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** Runs a blocking transport on its own threads, and supports the contexts of {@link Loop}. */
public final class AsyncReferenceTransport implements AsyncTransport {

    private final BlockingTransport blocking;
    private final ExecutorService workers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "reference-worker");
        thread.setDaemon(true);
        return thread;
    });

    public AsyncReferenceTransport(BlockingTransport blocking) {
        this.blocking = blocking;
    }

    @Override
    public CompletionStage<TransportResponse> exchange(TransportRequest request, ExchangeContext exchange) {
        CompletableFuture<TransportResponse> result = new CompletableFuture<>();
        try {
            workers.execute(() -> {
                try {
                    result.complete(blocking.exchange(request, exchange));
                } catch (IOException | RuntimeException | Error e) {
                    result.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(new RequestNotSentException("the transport is closed", e));
        }
        return result;
    }

    @Override
    public boolean mustNotBlock() {
        Loop loop = Loop.current();
        return loop != null && loop.mustNotBlock();
    }

    @Override
    public Executor callerExecutor() {
        Loop loop = Loop.current();
        return loop == null ? Runnable::run : loop;
    }

    @Override
    public void close() {
        blocking.close();
        workers.shutdown();
    }
}
