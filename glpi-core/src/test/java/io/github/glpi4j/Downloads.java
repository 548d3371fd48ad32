package io.github.glpi4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.document.DownloadedDocument;
import io.github.glpi4j.transport.AsyncTransport;
import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** A destination of downloads, which exists already, and transports that send a file to it. */
record Downloads(Path folder, Path destination) {

    static final Headers FILE = Headers.of(
            "Content-Type",
            "text/plain;charset=UTF-8",
            "Content-disposition",
            "attachment; filename=\"note.txt\"; filename*=utf-8''Z%C3%BCrich+%20note.txt");

    private static final String PREVIOUS = "of before";

    static Downloads in(Path folder) throws IOException {
        return new Downloads(folder, Files.writeString(folder.resolve("note.txt"), PREVIOUS));
    }

    /** Writes the body of a response. */
    interface Body {
        void write(ResponseSink target, ExchangeContext exchange) throws IOException;
    }

    /** Whether a transport writes to the sink or to the file. */
    enum Writer {
        THROUGH_SINK,
        ITSELF;

        void write(ResponseSink target, ExchangeContext exchange, String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (this == THROUGH_SINK) {
                target.write(bytes, 0, bytes.length);
                return;
            }
            Path file = target.file().orElseThrow();
            byte[] before = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            byte[] all = Arrays.copyOf(before, before.length + bytes.length);
            System.arraycopy(bytes, 0, all, before.length, bytes.length);
            Files.write(file, all);
            exchange.onProgress();
        }
    }

    static Stream<Arguments> everyWay() {
        return Arrays.stream(StubGlpi.Way.values())
                .flatMap(way -> Arrays.stream(Writer.values()).map(writer -> Arguments.of(way, writer)));
    }

    static Transport transport(StubGlpi.Way way, Headers headers, Body body) {
        BlockingTransport blocking = (request, exchange) -> answer(exchange, headers, body);
        if (way == StubGlpi.Way.BLOCKING_EXECUTE || way == StubGlpi.Way.BLOCKING_ASYNC) {
            return blocking;
        }
        AsyncTransport async = (request, exchange) -> CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return answer(exchange, headers, body);
                    } catch (IOException e) {
                        throw new CompletionException(e);
                    }
                },
                task -> new Thread(task, "transport").start());
        return async;
    }

    private static TransportResponse answer(ExchangeContext exchange, Headers headers, Body body) throws IOException {
        ResponseSink target = exchange.responseStarted(200, headers);
        body.write(target, exchange);
        return target.response();
    }

    static GlpiClientBuilder client(Transport transport) {
        return GlpiClient.builder("http://localhost/glpi")
                .listener(new RecordingListener())
                .transport(transport);
    }

    DownloadedDocument download(StubGlpi.Way way, GlpiClient glpi) {
        return way.run(glpi.session("session").documents().download(7, destination));
    }

    void assertUnchanged() {
        assertThat(folder.toFile().list()).containsExactly("note.txt");
        assertThat(destination).hasContent(PREVIOUS);
    }

    /** Waits for a clean-up in the background. */
    void awaitCleanUp() {
        long start = System.nanoTime();
        while (folder.toFile().list().length > 1 && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(20)) {
            Thread.onSpinWait();
        }
    }

    static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IOException("never");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
