package io.github.glpi4j.transport.apache;

import io.github.glpi4j.transport.Exchange;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.Target;
import io.github.glpi4j.transport.TransportResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The library's side of an exchange, as far as these tests need it. */
final class MemoryExchange implements Exchange {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final @Nullable IOException refusal;
    private @Nullable Runnable abort;
    private boolean aborted;

    MemoryExchange() {
        this(null);
    }

    /** Takes not a single byte of the body. */
    MemoryExchange(@Nullable IOException refusal) {
        this.refusal = refusal;
    }

    void abort() {
        Runnable registered;
        synchronized (this) {
            aborted = true;
            registered = abort;
        }
        if (registered != null) {
            registered.run();
        }
    }

    void awaitBegun() throws InterruptedException {
        if (!begun.await(10, TimeUnit.SECONDS)) {
            throw new AssertionError("the transport registered no abort");
        }
    }

    @Override
    public void onAbort(Runnable newAbort) {
        boolean now;
        synchronized (this) {
            abort = newAbort;
            now = aborted;
        }
        begun.countDown();
        if (now) {
            newAbort.run();
        }
    }

    @Override
    public Target target(int status, Headers headers) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        return new Target() {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (refusal != null) {
                    throw refusal;
                }
                body.write(bytes, offset, length);
            }

            @Override
            public TransportResponse response() {
                return TransportResponse.of(status, headers, ByteBuffer.wrap(body.toByteArray()));
            }
        };
    }
}
