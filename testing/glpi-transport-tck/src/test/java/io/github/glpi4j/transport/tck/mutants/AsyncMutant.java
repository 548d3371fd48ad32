package io.github.glpi4j.transport.tck.mutants;

import io.github.glpi4j.transport.AsyncTransport;
import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.reference.AsyncReferenceTransport;
import io.github.glpi4j.transport.tck.reference.ReferenceTransport;
import io.github.glpi4j.transport.tck.reference.Resolver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** An asynchronous transport that is correct until a subclass overrides one method. */
class AsyncMutant implements AsyncTransport {

    private final AsyncReferenceTransport good;

    AsyncMutant(TransportSettings settings, Resolver resolver) {
        this.good = new AsyncReferenceTransport(new ReferenceTransport(settings, resolver));
    }

    static Mutation allowsBlocking() {
        return (settings, resolver) -> new AsyncMutant(settings, resolver) {
            @Override
            public boolean mustNotBlock() {
                return false;
            }
        };
    }

    static Mutation forgetsTheContext() {
        return (settings, resolver) -> new AsyncMutant(settings, resolver) {
            @Override
            public Executor callerExecutor() {
                return Runnable::run;
            }
        };
    }

    /** Returns every caller to the context that was captured last. */
    static Mutation mixesContexts() {
        return (settings, resolver) -> new AsyncMutant(settings, resolver) {
            private volatile Executor last = Runnable::run;

            @Override
            public Executor callerExecutor() {
                last = super.callerExecutor();
                return task -> last.execute(task);
            }
        };
    }

    static Mutation blocksTheCaller() {
        return exchanging(stage -> {
            boolean good = stage.handle((response, failure) -> failure == null).join();
            return good ? stage : stage.copy();
        });
    }

    static Mutation throwsAtOnce() {
        return exchanging(stage -> {
            if (stage.isCompletedExceptionally()) {
                stage.join();
            }
            return stage;
        });
    }

    private static Mutation exchanging(
            Function<CompletableFuture<TransportResponse>, CompletableFuture<TransportResponse>> change) {
        return (settings, resolver) -> new AsyncMutant(settings, resolver) {
            @Override
            public CompletionStage<TransportResponse> exchange(TransportRequest request, ExchangeContext context) {
                return change.apply(super.exchange(request, context).toCompletableFuture());
            }
        };
    }

    @Override
    public CompletionStage<TransportResponse> exchange(TransportRequest request, ExchangeContext context) {
        return good.exchange(request, context);
    }

    @Override
    public boolean mustNotBlock() {
        return good.mustNotBlock();
    }

    @Override
    public Executor callerExecutor() {
        return good.callerExecutor();
    }

    @Override
    public void close() {
        good.close();
    }
}
