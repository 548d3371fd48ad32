package io.github.glpi4j.transport.apache;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * A body whose files are open only while it is sent. Not repeatable, which keeps a lent engine from sending it twice.
 */
final class RequestBodyEntity extends AbstractHttpEntity {

    private static final @Nullable String NONE = null;

    private static final int PIECE = 8 * 1024;

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
            byte[] piece = new byte[PIECE];
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                out.write(piece, 0, n);
                exchange.onProgress();
            }
        }
    }

    /** There is nothing to close between one {@link #writeTo} and the next. */
    @Override
    public void close() {}
}
