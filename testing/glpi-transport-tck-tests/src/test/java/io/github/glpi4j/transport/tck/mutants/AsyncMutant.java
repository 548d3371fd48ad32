package io.github.glpi4j.transport.tck.mutants;

import io.github.glpi4j.transport.AsyncTransport;
import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.tck.reference.AsyncReferenceTransport;
import io.github.glpi4j.transport.tck.reference.ReferenceTransport;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

/** An asynchronous transport with one defect: of its stages, of its contexts, or of what it allows there. */
record AsyncMutant(
        AsyncTransport good,
        UnaryOperator<CompletableFuture<TransportResponse>> stages,
        UnaryOperator<Executor> contexts,
        UnaryOperator<Boolean> blocking)
        implements AsyncTransport {

    static Mutation allowsBlocking() {
        return mutation(stage -> stage, executor -> executor, mustNotBlock -> false);
    }

    static Mutation forgetsTheContext() {
        return mutation(stage -> stage, executor -> Runnable::run, mustNotBlock -> mustNotBlock);
    }

    /** Returns every caller to the context that was captured last. */
    static Mutation mixesContexts() {
        Deque<Executor> captured = new ConcurrentLinkedDeque<>();
        UnaryOperator<Executor> mixed = executor -> {
            captured.add(executor);
            return task -> captured.getLast().execute(task);
        };
        return mutation(stage -> stage, mixed, mustNotBlock -> mustNotBlock);
    }

    static Mutation blocksTheCaller() {
        return staging(stage -> {
            boolean good = stage.handle((response, failure) -> failure == null).join();
            return good ? stage : stage.copy();
        });
    }

    static Mutation throwsAtOnce() {
        return staging(stage -> {
            if (stage.isCompletedExceptionally()) {
                stage.join();
            }
            return stage;
        });
    }

    private static Mutation staging(UnaryOperator<CompletableFuture<TransportResponse>> stages) {
        return mutation(stages, executor -> executor, mustNotBlock -> mustNotBlock);
    }

    private static Mutation mutation(
            UnaryOperator<CompletableFuture<TransportResponse>> stages,
            UnaryOperator<Executor> contexts,
            UnaryOperator<Boolean> blocking) {
        return (settings, resolver) -> new AsyncMutant(
                new AsyncReferenceTransport(new ReferenceTransport(settings, resolver)), stages, contexts, blocking);
    }

    @Override
    public CompletionStage<TransportResponse> exchange(TransportRequest request, ExchangeContext context) {
        return stages.apply(good.exchange(request, context).toCompletableFuture());
    }

    @Override
    public boolean mustNotBlock() {
        return blocking.apply(good.mustNotBlock());
    }

    @Override
    public Executor callerExecutor() {
        return contexts.apply(good.callerExecutor());
    }

    @Override
    public void close() {
        good.close();
    }
}
