package io.github.glpi4j.internal.call;

import io.github.glpi4j.internal.http.FileSink;
import io.github.glpi4j.internal.http.MemorySink;
import io.github.glpi4j.internal.http.ResponseHandler;
import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One exchange of a call, and the file to which its response is written, if any. */
final class ClientExchange implements ExchangeContext, AutoCloseable {

    private final TransportRequest request;
    private final ResponseHandler<?> handler;
    private final int maxResponseBytes;
    private final Cancellation cancellation;
    private Runnable afterAbort = Cancellation.NOTHING;
    private volatile boolean endIsMarked;
    private int status;
    private Headers headers = Headers.none();
    private @Nullable FileSink file;
    private boolean closed;

    ClientExchange(
            TransportRequest request, ResponseHandler<?> handler, int maxResponseBytes, Cancellation cancellation) {
        this.request = request;
        this.handler = handler;
        this.maxResponseBytes = maxResponseBytes;
        this.cancellation = cancellation;
        cancellation.onAbort(Cancellation.NOTHING); // What an abort had to reach before has ended.
    }

    TransportRequest request() {
        return request;
    }

    int maxResponseBytes() {
        return maxResponseBytes;
    }

    /** {@return the response's status, or 0 before its headers have arrived} */
    synchronized int status() {
        return status;
    }

    /** {@return the response's headers, or none before they have arrived} */
    synchronized Headers headers() {
        return headers;
    }

    /** Sets what runs on an abort, even if the transport never says how it is aborted. Called before the transport. */
    void afterAbort(Runnable action) {
        afterAbort = action;
        cancellation.onAbort(action);
    }

    @Override
    public void onAbort(Runnable abort) {
        cancellation.onAbort(() -> {
            afterAbort.run();
            abort.run();
        });
    }

    @Override
    public ResponseSink responseStarted(int status, Headers headers) {
        received(status, headers);
        Optional<Path> destination = handler.destination(status, headers);
        if (destination.isEmpty()) {
            return new MemorySink(status, headers, maxResponseBytes, () -> cancellation.abort(AbortReason.TOO_LARGE));
        }
        FileSink target = new FileSink(status, headers, destination.get(), isEndMarked(headers), this::onProgress);
        keepTrackOf(target);
        return target;
    }

    /** Notes a complete response, in case that the transport ignored the sink, as a test double may. */
    synchronized void responded(TransportResponse response) {
        if (status == 0) {
            received(response.status(), response.headers());
        }
    }

    private synchronized void received(int newStatus, Headers newHeaders) {
        status = newStatus;
        headers = newHeaders;
    }

    /** Without TLS, a truncated body and a complete one that ends with its connection look the same. */
    private boolean isEndMarked(Headers headers) {
        return endIsMarked
                || !"https".equals(request.origin().getScheme())
                || headers.firstValue("Content-Length").isPresent()
                || headers.firstValue("Transfer-Encoding").isPresent();
    }

    private synchronized void keepTrackOf(FileSink target) {
        file = target;
        if (closed) {
            target.discard();
        }
    }

    private synchronized @Nullable FileSink file() {
        return file;
    }

    @Override
    public void marksEndOfBody() {
        endIsMarked = true;
    }

    @Override
    public void onProgress() {
        cancellation.onProgress();
    }

    boolean hasFile(@Nullable TransportResponse response) {
        return file() != null || (response != null && destination(response).isPresent());
    }

    private Optional<Path> destination(TransportResponse response) {
        return handler.destination(response.status(), response.headers());
    }

    /** Puts the file of a complete response in place, unless the call has already failed. */
    void keepFile(TransportResponse response) throws IOException {
        if (file() == null && destination(response).isPresent()) {
            // The transport ignored the sink, as a test double may.
            byte[] body = new byte[response.body().remaining()];
            response.body().get(body);
            responseStarted(response.status(), response.headers()).write(body, 0, body.length);
        }
        FileSink complete = file();
        if (complete != null) {
            if (cancellation.aborted().isPresent()) {
                throw new IOException("aborted when the file had just arrived");
            }
            complete.keep();
            forget();
        }
    }

    private synchronized void forget() {
        file = null;
    }

    /** Removes a file that was not kept, also if a late response would create it afterwards. */
    @Override
    public void close() {
        FileSink incomplete;
        synchronized (this) {
            closed = true;
            incomplete = file;
        }
        if (incomplete != null) {
            incomplete.discard();
        }
    }
}
