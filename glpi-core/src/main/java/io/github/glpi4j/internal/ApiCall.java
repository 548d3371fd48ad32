package io.github.glpi4j.internal;

import io.github.glpi4j.Call;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A call: what to do, on which client, within which time. */
public final class ApiCall<T extends @Nullable Object> implements Call<T> {

    static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final CallExecutor executor;
    private final String operation;
    private final CallExecutor.Flow<T> flow;
    private final Duration timeout;

    ApiCall(CallExecutor executor, String operation, CallExecutor.Flow<T> flow, Duration timeout) {
        this.executor = executor;
        this.operation = operation;
        this.flow = flow;
        this.timeout = timeout;
    }

    @Override
    public T execute() {
        return executor.execute(operation, flow, timeout);
    }

    @Override
    public CompletableFuture<T> executeAsync() {
        return executor.executeAsync(operation, flow, timeout);
    }

    @Override
    public <R extends @Nullable Object> Call<R> map(Function<? super T, ? extends R> function) {
        Objects.requireNonNull(function, "function");
        return new ApiCall<>(executor, operation, pipeline -> flow.run(pipeline).thenApply(function), timeout);
    }

    @Override
    public Call<T> timeout(Duration newTimeout) {
        return new ApiCall<>(executor, operation, flow, checkTimeout(newTimeout));
    }

    public static Duration checkTimeout(Duration timeout) {
        if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a call's timeout is between 1 ms and 1 day, not " + timeout);
        }
        return timeout;
    }

    @Override
    public String toString() {
        return operation;
    }
}
