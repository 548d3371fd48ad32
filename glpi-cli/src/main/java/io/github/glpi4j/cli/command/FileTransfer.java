package io.github.glpi4j.cli.command;

import io.github.glpi4j.cli.output.Progress;
import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An exchange that moves a file, and shows how much of it has moved. */
final class FileTransfer implements ExchangeContext, AutoCloseable {

    private static final int OK = 200;

    private final ExchangeContext exchange;
    private final Supplier<Progress> start;
    private final long toSend;
    private long sent;
    /** Shows what a transport has written that writes the file itself. */
    private volatile Runnable received = () -> {};

    private @Nullable Progress progress;
    private boolean closed;

    FileTransfer(TransportRequest request, ExchangeContext exchange, Supplier<Progress> start) {
        this.exchange = exchange;
        this.start = start;
        this.toSend = request.body().length();
    }

    @Override
    public void onAbort(Runnable abort) {
        exchange.onAbort(abort);
    }

    @Override
    public void marksEndOfBody() {
        exchange.marksEndOfBody();
    }

    @Override
    public void onProgress() {
        exchange.onProgress();
        received.run();
    }

    @Override
    public void onProgress(long bytes) {
        exchange.onProgress(bytes);
        sent += bytes;
        show(sent, toSend);
    }

    @Override
    public ResponseSink responseStarted(int status, Headers headers) {
        ResponseSink sink = exchange.responseStarted(status, headers);
        return toSend > 0 || status != OK ? sink : new ObservedSink(sink, length(headers));
    }

    private static long length(Headers headers) {
        try {
            return headers.firstValue("Content-Encoding").isPresent()
                    ? -1
                    : Long.parseLong(headers.firstValue("Content-Length").orElse("-1"));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private synchronized void show(long done, long total) {
        if (closed) {
            return;
        }
        if (progress == null) {
            progress = start.get();
        }
        progress.update(done, total);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (progress != null) {
            progress.close();
            progress = null;
        }
    }

    /** A file that is received: by this object, or by the transport itself. */
    private final class ObservedSink implements ResponseSink {

        private final ResponseSink sink;
        private final long total;
        private long written;

        ObservedSink(ResponseSink sink, long total) {
            this.sink = sink;
            this.total = total;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            sink.write(bytes, offset, length);
            written += length;
            show(written, total);
        }

        @Override
        public Optional<Path> file() {
            Optional<Path> file = sink.file();
            file.ifPresent(path -> received = () -> show(size(path), total));
            return file;
        }

        @Override
        public TransportResponse response() {
            return sink.response();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0; // the call has ended, and the file is gone
        }
    }
}
