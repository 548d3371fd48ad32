package io.github.glpi4j.internal.call;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs calls beside each other, a limited number at a time. */
final class ParallelCalls<T extends @Nullable Object> {

    private final List<Dispatcher.Steps<T>> calls;
    private final Function<Dispatcher.Steps<T>, CompletableFuture<T>> starter;
    private final List<CompletableFuture<T>> results = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    private ParallelCalls(
            List<Dispatcher.Steps<T>> calls, Function<Dispatcher.Steps<T>, CompletableFuture<T>> starter) {
        this.calls = calls;
        this.starter = starter;
        calls.forEach(call -> results.add(new CompletableFuture<>()));
    }

    /**
     * Runs calls.
     *
     * @param most how many run at the same time
     * @param starter starts one; may throw
     * @return their results; cancelling one aborts its call
     */
    static <T extends @Nullable Object> List<CompletableFuture<T>> run(
            int most, List<Dispatcher.Steps<T>> calls, Function<Dispatcher.Steps<T>, CompletableFuture<T>> starter) {
        ParallelCalls<T> all = new ParallelCalls<>(calls, starter);
        for (int i = 0; i < most; i++) {
            all.advance();
        }
        return all.results;
    }

    /** One of the calls at a time, in a loop: a call may be complete when it is started. */
    private void advance() {
        for (int i = next.getAndIncrement(); i < calls.size(); i = next.getAndIncrement()) {
            CompletableFuture<T> result = results.get(i);
            if (!result.isDone()) {
                start(calls.get(i), result);
            }
            if (!result.isDone()) {
                CompletableFuture<?> unused = result.whenComplete((value, failure) -> advance());
                return;
            }
        }
    }

    private void start(Dispatcher.Steps<T> call, CompletableFuture<T> result) {
        try {
            CompletableFuture<T> started = starter.apply(call);
            CompletableFuture<?> unused =
                    started.whenComplete((value, failure) -> Dispatcher.complete(result, value, failure));
            CompletableFuture<?> unusedToo = result.whenComplete((value, failure) -> started.cancel(false));
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
        }
    }
}
