package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.RequestBody;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends a body that holds files, piece by piece, each when the one before has left: so no more than one is in memory,
 * however slow the server. Runs on the event loop of its exchange, and reads on a worker.
 */
final class RequestFileSender {

    private static final int PIECE = 64 * 1024;

    private final RequestBody body;
    private final HttpClientRequest request;
    private final FileIoExecutor workers;
    private final Runnable progressed;
    private final Consumer<IOException> unreadable;
    private final Consumer<Throwable> broken;

    private long left;
    private @Nullable InputStream stream;
    private boolean reading;
    private boolean stopped;
    private boolean whole;

    /**
     * @param progressed told when a piece has left
     * @param unreadable takes why the body could not be read
     * @param broken takes why it could not be sent
     */
    RequestFileSender(
            RequestBody body,
            HttpClientRequest request,
            FileIoExecutor workers,
            Runnable progressed,
            Consumer<IOException> unreadable,
            Consumer<Throwable> broken) {
        this.body = body;
        this.left = body.length();
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

    /** Whether the last piece has left. */
    boolean isWhole() {
        return whole;
    }

    /** Reads no more, and closes the files. */
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
        workers.run(() -> Buffer.buffer(open.readNBytes(PIECE)))
                .onComplete(
                        piece -> {
                            reading = false;
                            send(piece, open);
                        },
                        failure -> {
                            reading = false;
                            stop();
                            unreadable.accept(unreadable(failure));
                        });
    }

    private void send(Buffer piece, InputStream open) {
        if (stopped) {
            stop();
            return;
        }
        left -= piece.length();
        try {
            if (left > 0) {
                request.write(piece).onComplete(sent -> sent(open), broken::accept);
            } else {
                // With the last byte the server has the whole request: its answer must not overtake the end of it.
                request.end(piece).onComplete(sent -> finish(), broken::accept);
            }
        } catch (Throwable e) {
            broken.accept(e);
        }
    }

    private void sent(InputStream open) {
        try {
            progressed.run();
            readFrom(open);
        } catch (Throwable e) {
            broken.accept(e);
        }
    }

    private void finish() {
        whole = true;
        try {
            progressed.run();
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
