package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.RequestBody;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends a body that contains files in chunks, each after the previous one has been written, so that at most one chunk is
 * in memory. Runs on the event loop of its exchange and reads on a {@link FileIoExecutor}.
 */
final class RequestFileSender {

    private static final int CHUNK_SIZE = 64 * 1024;

    private final RequestBody body;
    private final HttpClientRequest request;
    private final FileIoExecutor workers;
    private final LongConsumer progressed;
    private final Consumer<IOException> unreadable;
    private final Consumer<Throwable> broken;

    private long remaining;
    private @Nullable InputStream stream;
    private boolean reading;
    private boolean stopped;
    private boolean complete;

    /**
     * @param progressed receives the length of each chunk that has been written
     * @param unreadable called if the body cannot be read
     * @param broken called if the body cannot be sent
     */
    RequestFileSender(
            RequestBody body,
            HttpClientRequest request,
            FileIoExecutor workers,
            LongConsumer progressed,
            Consumer<IOException> unreadable,
            Consumer<Throwable> broken) {
        this.body = body;
        this.remaining = body.length();
        this.request = request;
        this.workers = workers;
        this.progressed = progressed;
        this.unreadable = unreadable;
        this.broken = broken;
    }

    void start() {
        reading = true;
        workers.run(body::openStream)
                .onComplete(
                        opened -> {
                            stream = opened;
                            reading = false;
                            readFrom(opened);
                        },
                        failure -> unreadable.accept(unreadable(failure)));
    }

    /** {@return whether the last chunk has been written} */
    boolean isComplete() {
        return complete;
    }

    /** Stops reading and closes the files. */
    void stop() {
        stopped = true;
        InputStream open = stream;
        if (open != null && !reading) {
            stream = null;
            close(open);
        }
    }

    private void readFrom(InputStream open) {
        if (stopped) {
            stop();
            return;
        }
        reading = true;
        workers.run(() -> Buffer.buffer(open.readNBytes(CHUNK_SIZE)))
                .onComplete(
                        chunk -> {
                            reading = false;
                            send(chunk, open);
                        },
                        failure -> {
                            reading = false;
                            stop();
                            unreadable.accept(unreadable(failure));
                        });
    }

    private void send(Buffer chunk, InputStream open) {
        if (stopped) {
            stop();
            return;
        }
        remaining -= chunk.length();
        try {
            if (remaining > 0) {
                request.write(chunk).onComplete(sent -> sent(chunk.length(), open), broken::accept);
            } else {
                // Ends with the last chunk: the response must not arrive before the end of the request has been
                // recorded.
                request.end(chunk).onComplete(sent -> finish(chunk.length()), broken::accept);
            }
        } catch (Throwable e) {
            broken.accept(e);
        }
    }

    private void sent(int length, InputStream open) {
        try {
            progressed.accept(length);
            readFrom(open);
        } catch (Throwable e) {
            broken.accept(e);
        }
    }

    private void finish(int length) {
        complete = true;
        try {
            progressed.accept(length);
        } catch (Throwable e) {
            broken.accept(e);
        }
        stop();
    }

    private void close(InputStream open) {
        workers.run(() -> {
            open.close();
            return open;
        });
    }

    private static IOException unreadable(Throwable failure) {
        return new IOException("the body cannot be read: " + failure.getMessage(), failure);
    }
}
