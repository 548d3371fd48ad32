package io.github.glpi4j.transport;

import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * One HTTP answer, its body whole and still encoded as the {@code Content-Encoding} header says. Immutable.
 *
 * <p>{@link #toString()} shows status and length only.
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
     * Makes an answer.
     *
     * @param status the HTTP status
     * @param headers all headers, in order
     * @param body the bytes between position and limit; whoever hands them in does not change them afterwards
     * @return the answer
     */
    public static TransportResponse of(int status, Headers headers, ByteBuffer body) {
        return new TransportResponse(status, headers, body.asReadOnlyBuffer());
    }

    /**
     * The HTTP status.
     *
     * @return such as 200
     */
    public int status() {
        return status;
    }

    /**
     * The headers of the answer.
     *
     * @return all of them, in order
     */
    public Headers headers() {
        return headers;
    }

    /**
     * The body.
     *
     * @return a read-only buffer of its own, empty if there was no body
     */
    public ByteBuffer body() {
        return body.duplicate();
    }

    @Override
    public String toString() {
        return status + ", " + body.remaining() + " bytes";
    }
}
