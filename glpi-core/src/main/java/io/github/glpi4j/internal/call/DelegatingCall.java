package io.github.glpi4j.internal.call;

import io.github.glpi4j.Call;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A call that collects options until it is executed. */
public interface DelegatingCall<T extends @Nullable Object> extends Call<T> {

    /** {@return the call with the options chosen so far} */
    Call<T> delegate();

    @Override
    default T execute() {
        return delegate().execute();
    }

    @Override
    default CompletableFuture<T> executeAsync() {
        return delegate().executeAsync();
    }

    @Override
    default <R extends @Nullable Object> Call<R> map(Function<? super T, ? extends R> function) {
        return delegate().map(function);
    }

    @Override
    default <R extends @Nullable Object> Call<R> then(Function<? super T, ? extends Call<R>> next) {
        return delegate().then(next);
    }
}
