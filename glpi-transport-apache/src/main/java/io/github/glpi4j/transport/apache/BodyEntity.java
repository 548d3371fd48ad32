package io.github.glpi4j.transport.apache;

import io.github.glpi4j.transport.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * A body whose files are open only while it is sent. Not repeatable, which keeps a lent engine from sending it twice.
 */
final class BodyEntity extends AbstractHttpEntity {

    private static final @Nullable String NONE = null;

    private final RequestBody body;

    BodyEntity(RequestBody body) {
        super(NONE, NONE);
        this.body = body;
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
        try (InputStream in = body.openStream()) {
            in.transferTo(out);
        }
    }

    /** There is nothing to close between one {@link #writeTo} and the next. */
    @Override
    public void close() {}
}
