package io.github.glpi4j;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One request to GLPI, ready to be sent. Immutable, reusable and thread-safe: nothing is sent until {@link #execute()}
 * or {@link #executeAsync()}, and each of them sends anew.
 *
 * <p>Both end the same way, by a value or by a {@link GlpiException}, whatever the transport. The time from start to
 * end is bounded by the client's call timeout or by {@link #timeout(Duration)}.
 *
 * @param <T> what GLPI's answer is turned into
 */
public interface Call<T extends @Nullable Object> {

    /**
     * Sends the request and waits for the answer.
     *
     * <p>On a blocking transport everything happens on the calling thread. On an asynchronous one the caller waits. If
     * the thread is interrupted, the exchange is aborted, the interrupt flag stays set and a {@link
     * GlpiTransportException} is thrown.
     *
     * @return the answer
     * @throws GlpiException if GLPI refuses, does not answer, or answers what cannot be read
     * @throws IllegalStateException at once on a thread that must not block (an event loop): use {@link
     *     #executeAsync()} there; or if the client is closed
     */
    T execute();

    /**
     * Sends the request and returns at once.
     *
     * <p>On an asynchronous transport the future is completed on the caller's context if it has one (a Vert.x event
     * loop or verticle), else on a thread of the transport: do not block in what you attach to it, and do not wait for
     * the future on such a context, worker verticles included, since it would wait for itself: {@link #execute()} waits
     * there. On a blocking transport the whole call runs on the client's executor and completes there.
     *
     * @return a future of this call alone, completed with the answer or with a {@link GlpiException} (never a cause
     *     inside a cause); cancelling it aborts the exchange
     * @throws IllegalStateException if the client is closed
     */
    CompletableFuture<T> executeAsync();

    /**
     * This call with its answer passed through a function.
     *
     * @param function applied to each answer, on the thread that decodes it
     * @param <R> what the function returns
     * @return a new call
     */
    @CheckReturnValue
    <R extends @Nullable Object> Call<R> map(Function<? super T, ? extends R> function);

    /**
     * Returns a call that executes this call, and then the one that a function makes of its result, as one: written once,
     * it works for {@link #execute()} and {@link #executeAsync()}. This call's timeout applies to both together. If this
     * call fails, the function is not called.
     *
     * @param next makes the next call, of the same client; runs on the thread that decodes the response
     * @param <R> the type of the next call's result
     * @return a new call, which fails with an {@link IllegalArgumentException} if the next call belongs to another client
     */
    @CheckReturnValue
    <R extends @Nullable Object> Call<R> then(Function<? super T, ? extends Call<R>> next);

    /**
     * This call with its own bound on the time from start to end: waiting for a connection, login, sending, and
     * receiving the whole answer. It strikes at most some 20 milliseconds late.
     *
     * @param timeout at least a millisecond, at most a day
     * @return a new call
     * @throws IllegalArgumentException for a timeout out of these bounds
     */
    @CheckReturnValue
    Call<T> timeout(Duration timeout);
}
