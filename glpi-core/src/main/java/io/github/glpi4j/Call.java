package io.github.glpi4j;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request to GLPI that is ready to be sent. Immutable, reusable and thread-safe: nothing is sent until {@link
 * #execute()} or {@link #executeAsync()}, and each invocation sends a new request.
 *
 * <p>Both have the same outcome on every transport: a value or a {@link GlpiException}. The client's call timeout, or
 * {@link #timeout(Duration)}, limits the total time.
 *
 * @param <T> the type of the result
 */
public interface Call<T extends @Nullable Object> {

    /**
     * Sends the request and waits for the response.
     *
     * <p>On a blocking transport, all work runs on the calling thread. On an asynchronous transport, the calling thread
     * waits. If the thread is interrupted, the exchange is aborted, the interrupt flag stays set and a {@link
     * GlpiTransportException} is thrown.
     *
     * @return the result
     * @throws GlpiException if GLPI rejects the request, does not respond, or sends a response that cannot be read
     * @throws IllegalStateException if the calling thread must not block (an event loop; use {@link #executeAsync()}
     *     there), or if the client is closed
     */
    T execute();

    /**
     * Sends the request without waiting for the response.
     *
     * <p>On an asynchronous transport, the future completes on the caller's context if there is one (a Vert.x event
     * loop or verticle), otherwise on a thread of the transport. Do not block in dependent stages. Do not wait for the
     * future on such a context, including a worker verticle, because the wait would deadlock; {@link #execute()} can
     * wait there. On a blocking transport, the call runs and completes on the client's executor.
     *
     * @return a new future that completes with the result or with a {@link GlpiException}, which is never wrapped in
     *     another exception; cancelling the future aborts the exchange
     * @throws IllegalStateException if the client is closed
     */
    CompletableFuture<T> executeAsync();

    /**
     * {@return a call that applies a function to the result of this call}
     *
     * @param function the function, which runs on the thread that decodes the response
     * @param <R> the type of the function's result
     */
    @CheckReturnValue
    <R extends @Nullable Object> Call<R> map(Function<? super T, ? extends R> function);

    /**
     * Returns a call that executes this call, and then the call that a function creates from its result. It supports
     * both {@link #execute()} and {@link #executeAsync()}. The timeout of this call applies to both calls together. If
     * this call fails, the function is not invoked.
     *
     * @param next creates the next call, which must belong to the same client; runs on the thread that decodes the
     *     response
     * @param <R> the type of the next call's result
     * @return a new call, which fails with an {@link IllegalArgumentException} if the next call belongs to another
     *     client
     */
    @CheckReturnValue
    <R extends @Nullable Object> Call<R> then(Function<? super T, ? extends Call<R>> next);

    /**
     * Returns this call with its own limit on the total time: waiting for a connection, logging in, sending the request
     * and receiving the complete response. Enforced with a granularity of about 20 ms.
     *
     * @param timeout from 1 millisecond to 1 day
     * @return a new call
     * @throws IllegalArgumentException if the timeout is out of range
     */
    @CheckReturnValue
    Call<T> timeout(Duration timeout);

    /**
     * Returns this call with another header on each of its requests, such as an id for tracing. It replaces a header of
     * the client with the same name, in any case. Requests that the client sends for itself, such as the login of its own
     * session, do not have the header. The value is treated as a secret, except that of {@code User-Agent}.
     *
     * @param name a name that this library does not use itself, and not {@code Authorization}
     * @param value the value, in visible ASCII
     * @return a new call
     * @throws IllegalArgumentException if the name or the value is not allowed; the message does not contain the value
     */
    @CheckReturnValue
    Call<T> header(String name, String value);
}
