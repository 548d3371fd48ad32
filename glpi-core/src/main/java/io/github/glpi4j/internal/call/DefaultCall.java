package io.github.glpi4j.internal.call;

import io.github.glpi4j.Call;
import io.github.glpi4j.internal.http.RequestEncoder;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A call: its steps, its client and its time limit. */
public final class DefaultCall<T extends @Nullable Object> implements Call<T> {

    private final Dispatcher dispatcher;
    private final String operation;
    private final Dispatcher.Steps<T> steps;
    private final TimeLimit limit;

    public DefaultCall(Dispatcher dispatcher, String operation, Dispatcher.Steps<T> steps, TimeLimit limit) {
        this.dispatcher = dispatcher;
        this.operation = operation;
        this.steps = steps;
        this.limit = limit;
    }

    @Override
    public T execute() {
        return dispatcher.execute(operation, steps, limit);
    }

    @Override
    public CompletableFuture<T> executeAsync() {
        return dispatcher.executeAsync(operation, steps, limit);
    }

    /** {@return a call of this library, started} */
    public static <T extends @Nullable Object> StartedCall<T> start(Call<T> call) {
        if (call instanceof DelegatingCall<T> delegating) {
            return start(delegating.delegate());
        }
        DefaultCall<T> own = (DefaultCall<T>) call;
        return own.dispatcher.start(own.operation, own.steps, own.limit);
    }

    /** {@return the steps of a call of this library, for a call of several} */
    public static <T extends @Nullable Object> Dispatcher.Steps<T> stepsOf(Call<T> call) {
        return call instanceof DelegatingCall<T> delegating
                ? stepsOf(delegating.delegate())
                : ((DefaultCall<T>) call).steps;
    }

    @Override
    public <R extends @Nullable Object> Call<R> map(Function<? super T, ? extends R> function) {
        Objects.requireNonNull(function, "function");
        return new DefaultCall<>(
                dispatcher, operation, execution -> steps.run(execution).thenApply(function), limit);
    }

    @Override
    public <R extends @Nullable Object> Call<R> then(Function<? super T, ? extends Call<R>> next) {
        Objects.requireNonNull(next, "next");
        return new DefaultCall<>(
                dispatcher,
                operation,
                execution -> steps.run(execution)
                        .thenCompose(value -> ofSameClient(next.apply(value)).run(execution)),
                limit);
    }

    /** On another client's transport, this execution would send a request to the wrong GLPI. */
    private <R extends @Nullable Object> Dispatcher.Steps<R> ofSameClient(Call<R> call) {
        if (call instanceof DelegatingCall<R> delegating) {
            return ofSameClient(delegating.delegate());
        }
        if (call instanceof DefaultCall<R> same && same.dispatcher == dispatcher) {
            return same.steps;
        }
        throw new IllegalArgumentException("the next call belongs to another client");
    }

    @Override
    public Call<T> timeout(Duration newTimeout) {
        return new DefaultCall<>(dispatcher, operation, steps, TimeLimit.total(newTimeout));
    }

    @Override
    public Call<T> header(String name, String value) {
        RequestEncoder.checkHeaderOfCall(name, value);
        return new DefaultCall<>(
                dispatcher, operation, execution -> steps.run(execution.withHeader(name, value)), limit);
    }

    @Override
    public String toString() {
        return operation;
    }
}
