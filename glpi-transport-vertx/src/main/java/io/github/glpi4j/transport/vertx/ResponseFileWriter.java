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
 * Puts the body of an answer into a file: what comes while a worker writes is collected, and when that is too much the
 * server has to wait. Runs on the event loop of its exchange.
 *
 * <p>Whoever has the server wait may miss the end of the answer: when the connection is closed meanwhile, Vert.x 5 tells
 * of that, then hands over what it had read before, but not that this was all. One can tell by the length, or where the
 * end of the connection is the end of the answer; not from chunks. So the server waits only when that much is collected
 * that disks slower than the network are the exception.
 *
 * <p>As of 5.1.8: a paused answer queues 16 pieces ({@code InboundMessageQueue}); further ones wait in {@code
 * VertxConnection.pending}, and from 8 on the socket is not read, so that no close is seen. One that is seen with fewer
 * makes {@code handleClosed} fail the answer ahead of them, and {@code HttpClientResponseImpl.handleTrailers} drops the
 * end of what has failed. 4.5 puts nothing aside: it stops reading the socket.
 */
final class ResponseFileWriter {

    private static final int MAX_BUFFERED_BYTES = 4 * 1024 * 1024;

    private final Context context;
    private final HttpClientResponse answer;
    private final FileIoExecutor workers;
    private final Runnable progressed;
    private final Runnable whole;
    private final Consumer<Throwable> failed;

    private @Nullable FileChannel channel;
    private @Nullable Runnable stopped;
    private Buffer collected = Buffer.buffer();
    private long taken;
    private boolean broken;
    private boolean skipping;
    private boolean working;
    private boolean ended;

    /**
     * @param progressed told when a piece is in the file
     * @param whole told when all is in the file and the file is closed
     * @param failed takes why the file was not written
     */
    ResponseFileWriter(
            Context context,
            HttpClientResponse answer,
            FileIoExecutor workers,
            Runnable progressed,
            Runnable whole,
            Consumer<Throwable> failed) {
        this.context = context;
        this.answer = answer;
        this.workers = workers;
        this.progressed = progressed;
        this.whole = whole;
        this.failed = failed;
    }

    void start(Path file) {
        answer.handler(this::take);
        await(
                workers.run(
                        () -> FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)),
                opened -> channel = opened);
    }

    /** Has the last piece come. */
    void ended() {
        ended = true;
        work();
    }

    /**
     * Takes what Vert.x had read before it told that the connection is gone.
     *
     * @param nothingLeft told when all has come, unless the end was among it
     */
    void takeTheRest(HttpConnection connection, Runnable nothingLeft) {
        broken = true;
        long before = taken;
        Runnable look = () -> {
            if (ended || stopped != null) {
                return;
            }
            if (taken > before) {
                takeTheRest(connection, nothingLeft);
            } else {
                nothingLeft.run();
            }
        };
        resume();
        // Closing what is closed goes through both event loops, this one and the connection's, behind what comes.
        Contexts.later(
                context,
                () -> connection
                        .close()
                        .onComplete(closed -> Contexts.run(context, look), failure -> Contexts.run(context, look)));
    }

    /** Whether what has come is all of the answer, when nothing comes any more for this reason. */
    boolean isWhole(Throwable reason) {
        String length = answer.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            return taken == Long.parseLong(length);
        }
        return reason instanceof HttpClosedException && answer.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
    }

    /** Writes no more, and tells when the file is closed; not for one that is whole. */
    void stop(Runnable closed) {
        stopped = closed;
        work();
    }

    /** Takes no more, so that the end of the answer comes, if it has been read. */
    void skipTheRest() {
        skipping = true;
        resume();
    }

    private void take(Buffer piece) {
        if (skipping || stopped != null) {
            return;
        }
        try {
            collected.appendBuffer(piece);
            taken += piece.length();
            if (collected.length() > MAX_BUFFERED_BYTES && !broken) {
                answer.pause();
            }
            work();
        } catch (Throwable e) {
            failed.accept(e); // Vert.x would log it and go on, and the file would lack a piece.
        }
    }

    /** Does what is due next, unless a worker is at it. */
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
            close(open, whole);
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
            answer.resume();
        } catch (RejectedExecutionException e) {
            // Vert.x is closed: nothing more comes, and the file remains to be closed.
        }
    }

    private static FileChannel writeAll(ByteBuffer bytes, FileChannel open) throws IOException {
        while (bytes.hasRemaining()) {
            open.write(bytes);
        }
        return open;
    }
}
