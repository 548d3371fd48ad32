package io.github.glpi4j.transport.tck.mutants;

import static io.github.glpi4j.transport.tck.mutants.Mutation.perTransport;

import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.tck.server.Gate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Defects of file transfers. */
final class FileDefects {

    private FileDefects() {}

    static TransportResponse measureFilesLate(BlockingTransport good, TransportRequest request, ExchangeContext context)
            throws IOException {
        RequestBody body = RequestBody.none();
        for (RequestBody.Segment segment : request.body().segments()) {
            body = body.append(measured(segment));
        }
        return good.exchange(Defects.withBody(request, body), context);
    }

    private static RequestBody measured(RequestBody.Segment segment) throws IOException {
        if (segment instanceof RequestBody.FileSegment content) {
            return RequestBody.of(content.file());
        }
        byte[] bytes = new byte[Math.toIntExact(segment.length())];
        ((RequestBody.BytesSegment) segment).bytes().get(bytes);
        return RequestBody.of(bytes);
    }

    static TransportResponse returnHalfABody(BlockingTransport good, TransportRequest request, ExchangeContext context)
            throws IOException {
        AtomicReference<ResponseSink> started = new AtomicReference<>();
        try {
            return good.exchange(request, new ForwardingContext(context) {
                @Override
                public ResponseSink responseStarted(int status, Headers headers) {
                    ResponseSink sink = super.responseStarted(status, headers);
                    started.set(sink);
                    return sink;
                }
            });
        } catch (IOException e) {
            ResponseSink sink = started.get();
            if (sink == null) {
                throw e;
            }
            return sink.response();
        }
    }

    /** Reports progress for five seconds, even if no data moves. */
    static TransportResponse pretendProgress(BlockingTransport good, TransportRequest request, ExchangeContext context)
            throws IOException {
        Gate over = new Gate();
        Thread optimist = new Thread(() -> {
            for (int i = 0; i < 50 && !over.opensWithin(Duration.ofMillis(100)); i++) {
                context.onProgress();
            }
        });
        optimist.setDaemon(true);
        optimist.start();
        try {
            return good.exchange(request, context);
        } finally {
            over.open();
        }
    }

    static ExchangeContext progressOnce(ExchangeContext good) {
        AtomicBoolean reported = new AtomicBoolean();
        return new ForwardingContext(good) {
            @Override
            public void onProgress() {
                if (reported.compareAndSet(false, true)) {
                    super.onProgress();
                }
            }
        };
    }

    /** A sink that writes in another way. */
    record OtherSink(ResponseSink good, Write write) implements ResponseSink {

        interface Write {
            void write(byte[] bytes, int offset, int length) throws IOException;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            write.write(bytes, offset, length);
        }

        @Override
        public TransportResponse response() {
            return good.response();
        }
    }

    private static void append(Path file, byte[] bytes, int offset, int length) throws IOException {
        try (var out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            out.write(bytes, offset, length);
        }
    }

    static ResponseSink appendToTheFile(ExchangeContext context, int status, Headers headers) {
        ResponseSink good = context.responseStarted(status, headers);
        Optional<Path> file = good.file();
        return file.isEmpty() ? good : new OtherSink(good, (b, off, len) -> append(file.get(), b, off, len));
    }

    static ResponseSink downloadWithoutProgress(ExchangeContext context, int status, Headers headers) {
        ResponseSink good = context.responseStarted(status, headers);
        Optional<Path> file = good.file();
        if (file.isEmpty()) {
            return good;
        }
        try {
            Files.write(file.get(), new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new OtherSink(good, (b, off, len) -> append(file.get(), b, off, len));
    }

    /** Never closes the file of a download, and keeps a reference so that the garbage collector does not close it. */
    static Mutation leavesTheFileOpen() {
        return perTransport(settings -> new Mutation.Around() {
            private final Queue<FileChannel> open = new ConcurrentLinkedQueue<>();

            @Override
            public TransportResponse exchange(BlockingTransport good, TransportRequest request, ExchangeContext context)
                    throws IOException {
                return good.exchange(request, new ForwardingContext(context) {
                    @Override
                    public ResponseSink responseStarted(int status, Headers headers) {
                        ResponseSink sink = super.responseStarted(status, headers);
                        sink.file().ifPresent(file -> open.add(opened(file)));
                        return sink;
                    }
                });
            }
        });
    }

    private static FileChannel opened(Path file) {
        try {
            return FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
