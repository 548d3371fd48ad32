package io.github.glpi4j.internal.http;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.TransportResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Collects a body in memory, up to a limit at which it aborts the exchange. */
public final class MemorySink implements ResponseSink {

    private static final byte[] EMPTY = {};
    private static final int LARGE = 128 * 1024;

    private final int status;
    private final Headers headers;
    private final int limit;
    private final Runnable tooLarge;
    private byte[] body = EMPTY;
    private int length;

    public MemorySink(int status, Headers headers, int limit, Runnable tooLarge) {
        this.status = status;
        this.headers = headers;
        this.limit = limit;
        this.tooLarge = tooLarge;
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        if (count > limit - length) {
            tooLarge.run();
            throw new IOException("the answer is larger than " + limit + " bytes");
        }
        if (count > body.length - length) {
            // Few copies for a page of a list, little waste for a large body.
            long larger = body.length * (body.length < LARGE ? 4L : 2L);
            body = Arrays.copyOf(body, Math.max((int) Math.min(limit, larger), length + count));
        }
        System.arraycopy(bytes, offset, body, length, count);
        length += count;
    }

    @Override
    public TransportResponse response() {
        return TransportResponse.of(status, headers, ByteBuffer.wrap(body, 0, length));
    }
}
