package io.github.glpi4j.transport.vertx;

import io.vertx.core.Context;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpVersion;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Ends a stream whose exchange has failed, on its event loop: closes an HTTP/1.1 connection, resets an HTTP/2 stream. */
final class StreamCloser {

    private final Context context;

    StreamCloser(Context context) {
        this.context = context;
    }

    /**
     * Ends a stream.
     *
     * @param response of the stream, if it has started
     * @param released called when another exchange may connect
     */
    void end(HttpClientRequest stream, @Nullable HttpClientResponse response, Runnable released) {
        if (stream.version() == HttpVersion.HTTP_2) {
            reset(stream, response, released);
        } else {
            close(stream, released);
        }
    }

    private static void close(HttpClientRequest stream, Runnable released) {
        try {
            stream.connection().close();
        } catch (RejectedExecutionException e) {
            // Vert.x has been closed, and with it the connection.
        }
        released.run();
    }

    /**
     * Resets the stream through an idle timeout of a millisecond, because the method that resets it immediately differs
     * between the versions. Until then the stream counts: a burst of aborts must not use more streams than the
     * connection has.
     */
    private void reset(HttpClientRequest stream, @Nullable HttpClientResponse response, Runnable released) {
        if (response != null) {
            response.pause();
        }
        try {
            stream.idleTimeout(1);
            context.owner().setTimer(2, timer -> released.run());
        } catch (RuntimeException e) {
            released.run(); // Vert.x has been closed, and with it timers and streams.
        }
    }
}
