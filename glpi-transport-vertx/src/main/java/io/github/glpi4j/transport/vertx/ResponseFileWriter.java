package io.github.glpi4j.transport.vertx;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the body of a response to a file. Data that arrives during a write is buffered; a full buffer pauses the
 * response. Runs on the event loop of its exchange.
 *
 * <p>Pausing the response risks losing its end: if the server closes the connection meanwhile, Vert.x 5 reports the close
 * first, then delivers the buffered data, but never the end event. With Content-Length or read-until-close we can still
 * tell that the body is complete; with chunked encoding we cannot. The buffer is large enough that only a disk slower
 * than the network fills it.
 *
 * <p>In 5.1.8 a paused response queues 16 buffers ({@code InboundMessageQueue}). Further ones wait in {@code
 * VertxConnection.pending}; from 8 on, the socket is not read, so no close is noticed. With fewer, {@code handleClosed}
 * fails the response before it delivers them, and {@code HttpClientResponseImpl.handleTrailers} drops the end of a failed
 * response. Vert.x 4.5 queues nothing: it stops reading the socket.
 */
final class ResponseFileWriter {

    private static final int MAX_BUFFERED_BYTES = 4 * 1024 * 1024;

    private final Context context;
    private final HttpClientResponse response;
    private final FileIoExecutor workers;
    private final Runnable progressed;
    private final Runnable completed;
    private final Consumer<Throwable> failed;

    private @Nullable FileChannel channel;
    private @Nullable Runnable stopped;
    private Buffer collected = Buffer.buffer();
    private long taken;
    private boolean broken;
    private boolean discarding;
    private boolean working;
    private boolean ended;

    /**
     * @param progressed called when data has been written
     * @param completed called when the file is complete and closed
     * @param failed called if the file cannot be written
     */
    ResponseFileWriter(
            Context context,
            HttpClientResponse response,
            FileIoExecutor workers,
            Runnable progressed,
            Runnable completed,
            Consumer<Throwable> failed) {
        this.context = context;
        this.response = response;
        this.workers = workers;
        this.progressed = progressed;
        this.completed = completed;
        this.failed = failed;
    }

    void start(Path file) {
        response.handler(this::take);
        await(
                workers.run(
                        () -> FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)),
                opened -> channel = opened);
    }

    /** Signals the end of the response. */
    void ended() {
        ended = true;
        work();
    }

    /**
     * Drains what Vert.x had read before it reported the close of the connection.
     *
     * @param nothingLeft called when all data has been delivered without the end of the response
     */
    void drain(HttpConnection connection, Runnable nothingLeft) {
        broken = true;
        long before = taken;
        Runnable look = () -> {
            if (ended || stopped != null) {
                return;
            }
            if (taken > before) {
                drain(connection, nothingLeft);
            } else {
                nothingLeft.run();
            }
        };
        resume();
        // Closing a closed connection completes after the delivery of the remaining data.
        Contexts.later(
                context,
                () -> connection
                        .close()
                        .onComplete(closed -> Contexts.run(context, look), failure -> Contexts.run(context, look)));
    }

    /** {@return whether the received data is the complete body, if the response ended for this reason} */
    boolean isComplete(Throwable reason) {
        String length = response.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            return taken == Long.parseLong(length);
        }
        return reason instanceof HttpClosedException && response.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
    }

    /** Stops writing an incomplete file and reports when it is closed. */
    void stop(Runnable closed) {
        stopped = closed;
        work();
    }

    /** Discards further data, so that the end of the response is delivered if it has been read. */
    void discardRest() {
        discarding = true;
        resume();
    }

    private void take(Buffer chunk) {
        if (discarding || stopped != null) {
            return;
        }
        try {
            collected.appendBuffer(chunk);
            taken += chunk.length();
            if (collected.length() > MAX_BUFFERED_BYTES && !broken) {
                response.pause();
            }
            work();
        } catch (Throwable e) {
            failed.accept(e); // Vert.x would log the exception and continue, and the file would be incomplete.
        }
    }

    /** Starts the next task unless one is running. */
    private void work() {
        if (working) {
            return;
        }
        FileChannel open = channel;
        Runnable stop = stopped;
        if (stop != null && open == null) {
            stop.run();
        } else if (open == null) {
            return; // Not open yet, or closed.
        } else if (stop != null) {
            close(open, () -> {});
        } else if (collected.length() > 0) {
            ByteBuffer bytes = ByteBuffer.wrap(collected.getBytes());
            collected = Buffer.buffer();
            await(workers.run(() -> writeAll(bytes, open)), written -> {
                progressed.run();
                resume();
            });
        } else if (ended) {
            close(open, completed);
        }
    }

    private void close(FileChannel open, Runnable then) {
        channel = null;
        await(
                workers.run(() -> {
                    open.close();
                    return open;
                }),
                closed -> then.run());
    }

    private <T> void await(Future<T> work, Consumer<T> done) {
        working = true;
        work.onComplete(
                value -> {
                    working = false;
                    try {
                        done.accept(value);
                    } catch (Throwable e) {
                        failed.accept(e);
                    }
                    work();
                },
                failure -> {
                    working = false;
                    if (stopped == null) {
                        failed.accept(failure);
                    } else {
                        work();
                    }
                });
    }

    private void resume() {
        try {
            response.resume();
        } catch (RejectedExecutionException e) {
            // Vert.x is closed: no more data arrives, but the file must still be closed.
        }
    }

    private static FileChannel writeAll(ByteBuffer bytes, FileChannel open) throws IOException {
        while (bytes.hasRemaining()) {
            open.write(bytes);
        }
        return open;
    }
}
