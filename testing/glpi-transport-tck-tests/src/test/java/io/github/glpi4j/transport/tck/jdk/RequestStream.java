package io.github.glpi4j.transport.tck.jdk;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The body of a request while it is being sent. After it is closed, it opens no further file. */
final class RequestStream extends InputStream {

    private final RequestBody body;
    private final ExchangeContext exchange;
    private @Nullable InputStream in;
    private @Nullable IOException failure;
    private boolean closed;

    RequestStream(RequestBody body, ExchangeContext exchange) {
        this.body = body;
        this.exchange = exchange;
    }

    long length() {
        return body.length();
    }

    /** Why the body could not be read, which the JDK's client treats as the end of the body. */
    synchronized @Nullable IOException failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        try {
            if (in == null) {
                in = body.openStream();
            }
            int read = in.read(bytes, offset, length);
            exchange.onProgress();
            return read;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            if (in != null) {
                in.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
