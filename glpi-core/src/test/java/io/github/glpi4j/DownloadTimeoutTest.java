package io.github.glpi4j;

import static io.github.glpi4j.Downloads.FILE;
import static io.github.glpi4j.Downloads.await;
import static io.github.glpi4j.Downloads.client;
import static io.github.glpi4j.Downloads.transport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.glpi4j.Downloads.Writer;
import io.github.glpi4j.document.DownloadedDocument;
import io.github.glpi4j.transport.AsyncTransport;
import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Timeouts, cancellation and close end a download, and leave nothing of it. */
@Execution(ExecutionMode.CONCURRENT)
class DownloadTimeoutTest {

    private static final ExchangeContext NONE = new ExchangeContext() {
        @Override
        public void onAbort(Runnable abort) {}

        @Override
        public ResponseSink responseStarted(int status, Headers headers) {
            throw new AssertionError();
        }
    };

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final Downloads downloads;

    DownloadTimeoutTest(@TempDir Path folder) throws IOException {
        downloads = Downloads.in(folder);
    }

    /** Writes for some time, since no event ends the wait. */
    private static void keepWriting(ResponseSink target, ExchangeContext exchange, Writer writer, Duration time)
            throws IOException {
        long start = System.nanoTime();
        CountDownLatch never = new CountDownLatch(1);
        exchange.onAbort(never::countDown);
        while (System.nanoTime() - start < time.toNanos()) {
            writer.write(target, exchange, "x");
            try {
                if (never.await(50, TimeUnit.MILLISECONDS)) {
                    throw new IOException("connection closed by the abort");
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.glpi4j.Downloads#everyWay")
    void completesASlowDownload(StubGlpi.Way way, Writer writer) {
        Transport transport = transport(
                way, FILE, (target, exchange) -> keepWriting(target, exchange, writer, LIMIT.plusMillis(500)));
        try (GlpiClient glpi = client(transport).callTimeout(LIMIT).build()) {
            assertThat(downloads.download(way, glpi).file()).content().startsWith("xx");
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.glpi4j.Downloads#everyWay")
    void theTimeoutOfACallBoundsTheDownload(StubGlpi.Way way, Writer writer) {
        Transport transport = transport(
                way, FILE, (target, exchange) -> keepWriting(target, exchange, writer, Duration.ofSeconds(30)));
        try (GlpiClient glpi = client(transport).build()) {
            Call<DownloadedDocument> call = glpi.session("session")
                    .documents()
                    .download(7, downloads.destination())
                    .timeout(Duration.ofMillis(300));
            assertThatThrownBy(() -> way.run(call))
                    .isExactlyInstanceOf(GlpiTimeoutException.class)
                    .hasMessageContaining("within 300 ms");
            downloads.assertUnchanged();
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.glpi4j.Downloads#everyWay")
    void endsAnIdleDownload(StubGlpi.Way way, Writer writer) {
        Transport transport = transport(way, FILE, (target, exchange) -> {
            writer.write(target, exchange, "hel");
            CountDownLatch aborted = new CountDownLatch(1);
            exchange.onAbort(aborted::countDown);
            try {
                aborted.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("connection closed by the abort");
        });
        try (GlpiClient glpi =
                client(transport).callTimeout(Duration.ofMillis(300)).build()) {
            assertThatThrownBy(() -> downloads.download(way, glpi))
                    .isExactlyInstanceOf(GlpiTimeoutException.class)
                    .hasMessageContaining("after 300 ms in which nothing moved");
            downloads.assertUnchanged();
        }
    }

    /** The call has failed by then, so a file would be a surprise. */
    @Test
    void discardsAFileThatArrivesAfterTheTimeout() throws Exception {
        CountDownLatch failed = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        Transport transport = transport(StubGlpi.Way.ASYNC_EXECUTE, FILE, (target, exchange) -> {
            await(failed);
            try {
                target.write(new byte[3], 0, 3); // refused if the call has given up the exchange by now
            } finally {
                written.countDown();
            }
        });
        try (GlpiClient glpi =
                client(transport).callTimeout(Duration.ofMillis(200)).build()) {
            assertThatThrownBy(() -> downloads.download(StubGlpi.Way.ASYNC_EXECUTE, glpi))
                    .isInstanceOf(GlpiTimeoutException.class);
            failed.countDown();
            await(written);
            downloads.awaitCleanUp();
            downloads.assertUnchanged();
        }
    }

    /** A caller who has cancelled must not find the file a moment later. */
    @Test
    void discardsAFileThatCompletesAfterCancellation() throws Exception {
        CompletableFuture<TransportResponse> answer = new CompletableFuture<>();
        CompletableFuture<ResponseSink> begun = new CompletableFuture<>();
        AsyncTransport deaf = (request, exchange) -> {
            begun.complete(exchange.responseStarted(200, FILE));
            return answer;
        };
        try (GlpiClient glpi = client(deaf).build()) {
            CompletableFuture<DownloadedDocument> download = glpi.session("session")
                    .documents()
                    .download(7, downloads.destination())
                    .executeAsync();
            ResponseSink target = begun.get(20, TimeUnit.SECONDS);
            target.write(new byte[] {'h', 'i'}, 0, 2);
            download.cancel(true);
            answer.complete(target.response());
        }
        downloads.awaitCleanUp();
        downloads.assertUnchanged();
    }

    /** The JDK's client does this when it is cancelled just before the response starts. */
    @Test
    void refusesAResponseThatStartsAfterItsExchangeFailed() {
        CompletableFuture<ExchangeContext> over = new CompletableFuture<>();
        AsyncTransport late = (request, exchange) -> {
            over.complete(exchange);
            return CompletableFuture.failedFuture(new IOException("the connection was closed"));
        };
        try (GlpiClient glpi = client(late).build()) {
            assertThat(glpi.session("session")
                            .documents()
                            .download(7, downloads.destination())
                            .executeAsync())
                    .failsWithin(Duration.ofSeconds(20));
            ResponseSink target = over.join().responseStarted(200, FILE);

            assertThatThrownBy(() -> target.write(new byte[] {'h', 'i'}, 0, 2)).isInstanceOf(IOException.class);
            assertThat(target.file())
                    .hasValueSatisfying(file -> assertThat(file).doesNotExist());
            downloads.assertUnchanged();
        }
    }

    /** The thread of an engine may end before its result arrives. */
    @ParameterizedTest
    @EnumSource
    void closingTheClientLeavesNothingOfAnEndlessExchange(Writer writer) throws Exception {
        CompletableFuture<ResponseSink> begun = new CompletableFuture<>();
        AsyncTransport deaf = (request, exchange) -> {
            ResponseSink target = exchange.responseStarted(200, FILE);
            try {
                writer.write(target, exchange, "half");
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            begun.complete(target);
            return new CompletableFuture<>();
        };
        GlpiClient glpi = client(deaf).build();
        CompletableFuture<DownloadedDocument> download = glpi.session("session")
                .documents()
                .download(7, downloads.destination())
                .executeAsync();
        ResponseSink target = begun.get(20, TimeUnit.SECONDS);
        glpi.close();
        assertThat(download).failsWithin(Duration.ofSeconds(20));
        downloads.awaitCleanUp();
        downloads.assertUnchanged();
        if (writer == Writer.THROUGH_SINK) {
            assertThatThrownBy(() -> writer.write(target, NONE, "late")).isInstanceOf(IOException.class);
            downloads.assertUnchanged();
        }
    }
}
