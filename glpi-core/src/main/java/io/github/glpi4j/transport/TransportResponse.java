package io.github.glpi4j.transport;

import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * A complete HTTP response, whose body is still encoded as specified by the {@code Content-Encoding} header. Immutable.
 * For transport authors.
 *
 * <p>{@link #toString()} shows only status and length.
 */
public final class TransportResponse {

    private final int status;
    private final Headers headers;
    private final ByteBuffer body;

    private TransportResponse(int status, Headers headers, ByteBuffer body) {
        this.status = status;
        this.headers = Objects.requireNonNull(headers, "headers");
        this.body = body;
    }

    /**
     * {@return a response}
     *
     * @param status the HTTP status
     * @param headers all headers, in order
     * @param body the bytes between position and limit, which the caller must not change afterwards
     */
    public static TransportResponse of(int status, Headers headers, ByteBuffer body) {
        return new TransportResponse(status, headers, body.asReadOnlyBuffer());
    }

    /** {@return the HTTP status, such as 200} */
    public int status() {
        return status;
    }

    /** {@return all headers, in order} */
    public Headers headers() {
        return headers;
    }

    /** {@return the body as a new read-only buffer; empty if there was no body} */
    public ByteBuffer body() {
        return body.duplicate();
    }

    @Override
    public String toString() {
        return status + ", " + body.remaining() + " bytes";
    }
}
