package io.github.glpi4j.transport.apache;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.jspecify.annotations.Nullable;

/** A request body that opens its files only while sending. Not repeatable, so that an external client never resends it. */
final class RequestBodyEntity extends AbstractHttpEntity {

    private static final @Nullable String NONE = null;

    private static final int BUFFER_SIZE = 8 * 1024;

    private final RequestBody body;
    private final ExchangeContext exchange;

    RequestBodyEntity(RequestBody body, ExchangeContext exchange) {
        super(NONE, NONE);
        this.body = body;
        this.exchange = exchange;
    }

    @Override
    public long getContentLength() {
        return body.length();
    }

    @Override
    public boolean isStreaming() {
        return true;
    }

    @Override
    public InputStream getContent() throws IOException {
        return body.openStream();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try {
            copyTo(out);
        } catch (Error e) {
            throw new ErrorWrapper(e);
        }
    }

    private void copyTo(OutputStream out) throws IOException {
        try (InputStream in = body.openStream()) {
            byte[] buffer = new byte[BUFFER_SIZE];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
                exchange.onProgress(n);
            }
        }
    }

    /** Nothing is open outside {@link #writeTo}. */
    @Override
    public void close() {}
}
