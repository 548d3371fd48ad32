package io.github.glpi4j.transport.tck.jdk;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.TransportResponse;
import java.io.IOException;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Passes a response to the library's side, and records what that throws. */
final class ResponseReader implements BodyHandler<TransportResponse> {

    private static final int STATUS_LINE = "HTTP/1.1 200 \r\n\r\n".length();
    private static final int COLON_AND_END_OF_LINE = 4;

    private final ExchangeContext exchange;
    private final int maxHeaderBytes;
    private final Runnable closeConnection;
    private volatile boolean begun;
    private volatile @Nullable Throwable thrown;

    ResponseReader(ExchangeContext exchange, int maxHeaderBytes, Runnable closeConnection) {
        this.exchange = exchange;
        this.maxHeaderBytes = maxHeaderBytes;
        this.closeConnection = closeConnection;
    }

    boolean hasBegun() {
        return begun;
    }

    @Nullable Throwable thrown() {
        return thrown;
    }

    @Override
    public BodySubscriber<TransportResponse> apply(ResponseInfo info) {
        begun = true;
        try {
            Headers headers = headers(info.headers());
            Framing.check(headers);
            if (info.version() == Version.HTTP_2) {
                exchange.marksEndOfBody();
            }
            return new Body(exchange.responseStarted(info.statusCode(), headers));
        } catch (Throwable e) {
            return new Body(e);
        }
    }

    private Headers headers(HttpHeaders received) throws IOException {
        Headers.Builder headers = Headers.builder();
        int bytes = STATUS_LINE;
        for (var field : received.map().entrySet()) {
            for (String value : field.getValue()) {
                bytes += field.getKey().length() + value.length() + COLON_AND_END_OF_LINE;
                headers.add(field.getKey(), value);
            }
        }
        if (bytes > maxHeaderBytes) {
            throw new IOException("the response has more than " + maxHeaderBytes + " bytes of headers");
        }
        return headers.build();
    }

    private final class Body implements BodySubscriber<TransportResponse> {

        private final CompletableFuture<TransportResponse> whole = new CompletableFuture<>();
        private final @Nullable ResponseSink target;
        private @Nullable Subscription subscription;

        Body(ResponseSink target) {
            this.target = target;
        }

        /** Discards a response because the library's side has thrown something. */
        Body(Throwable failure) {
            this.target = null;
            fail(failure);
        }

        @Override
        public CompletionStage<TransportResponse> getBody() {
            return whole;
        }

        @Override
        public void onSubscribe(Subscription given) {
            subscription = given;
            given.request(1);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            if (target == null || subscription == null || whole.isDone()) {
                return;
            }
            try {
                for (ByteBuffer buffer : buffers) {
                    byte[] bytes = new byte[buffer.remaining()];
                    buffer.get(bytes);
                    target.write(bytes, 0, bytes.length);
                }
            } catch (Throwable e) {
                fail(e);
                subscription.cancel();
                return;
            }
            subscription.request(1);
        }

        @Override
        public void onError(Throwable failure) {
            whole.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            if (target == null) {
                return;
            }
            try {
                whole.complete(target.response());
            } catch (Throwable e) {
                fail(e);
            }
        }

        private void fail(Throwable failure) {
            thrown = failure;
            whole.completeExceptionally(failure);
            closeConnection.run();
        }
    }
}
