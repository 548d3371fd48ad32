package io.github.glpi4j.transport.tck.mutants;

import static io.github.glpi4j.transport.tck.mutants.Mutation.around;
import static io.github.glpi4j.transport.tck.mutants.Mutation.context;
import static io.github.glpi4j.transport.tck.mutants.Mutation.perTransport;
import static io.github.glpi4j.transport.tck.mutants.Mutation.sinks;
import static io.github.glpi4j.transport.tck.mutants.Mutation.withSinks;

import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.tck.server.Gate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** Defects of file transfers. */
final class FileDefects {

    private FileDefects() {}

    static Mutation measuresFilesLate() {
        return around((good, request, context) -> {
            RequestBody body = RequestBody.none();
            for (RequestBody.Segment segment : request.body().segments()) {
                body = body.append(measured(segment));
            }
            return good.exchange(
                    TransportRequest.of(request.method(), request.origin(), request.target(), request.headers(), body),
                    context);
        });
    }

    private static RequestBody measured(RequestBody.Segment segment) throws IOException {
        if (segment instanceof RequestBody.FileSegment content) {
            return RequestBody.of(content.file());
        }
        byte[] bytes = new byte[Math.toIntExact(segment.length())];
        ((RequestBody.BytesSegment) segment).bytes().get(bytes);
        return RequestBody.of(bytes);
    }

    static Mutation returnsHalfABody() {
        return around((good, request, context) -> {
            List<ResponseSink> started = new CopyOnWriteArrayList<>();
            try {
                return good.exchange(request, withSinks(context, (inner, status, headers) -> {
                    ResponseSink sink = inner.responseStarted(status, headers);
                    started.add(sink);
                    return sink;
                }));
            } catch (IOException e) {
                if (started.isEmpty()) {
                    throw e;
                }
                return started.get(0).response();
            }
        });
    }

    /** Reports progress for five seconds, even if no data moves. */
    static Mutation pretendsProgress() {
        return around((good, request, context) -> {
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
        });
    }

    static Mutation uploadsWithoutProgress() {
        return context(good -> new ForwardingContext(good) {
            @Override
            public void onProgress() {}
        });
    }

    static Mutation reportsProgressOnce() {
        return context(good -> {
            AtomicBoolean reported = new AtomicBoolean();
            return new ForwardingContext(good) {
                @Override
                public void onProgress() {
                    if (reported.compareAndSet(false, true)) {
                        super.onProgress();
                    }
                }
            };
        });
    }

    static Mutation appendsToTheFile() {
        return writesTheFile(StandardOpenOption.APPEND);
    }

    static Mutation downloadsWithoutProgress() {
        return writesTheFile(StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** Opens the file in this way, and then appends to it without the sink that reports progress. */
    private static Mutation writesTheFile(StandardOpenOption first) {
        return sinks((context, status, headers) -> {
            ResponseSink good = context.responseStarted(status, headers);
            return good.file()
                    .map(file -> {
                        write(file, first, new byte[0], 0, 0);
                        return (ResponseSink) new OtherSink(
                                good::response,
                                (bytes, offset, length) ->
                                        write(file, StandardOpenOption.APPEND, bytes, offset, length));
                    })
                    .orElse(good);
        });
    }

    private static void write(Path file, StandardOpenOption how, byte[] bytes, int offset, int length) {
        try (var out = Files.newOutputStream(file, StandardOpenOption.WRITE, how)) {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Never closes the file of a download, and keeps a reference so that the garbage collector does not close it. */
    static Mutation leavesTheFileOpen() {
        return perTransport(settings -> {
            Queue<FileChannel> open = new ConcurrentLinkedQueue<>();
            return (good, request, context) -> good.exchange(request, withSinks(context, (inner, status, headers) -> {
                ResponseSink sink = inner.responseStarted(status, headers);
                sink.file().ifPresent(file -> open.add(opened(file)));
                return sink;
            }));
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
