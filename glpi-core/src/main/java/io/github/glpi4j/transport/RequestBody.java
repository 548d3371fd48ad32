package io.github.glpi4j.transport;

import java.nio.ByteBuffer;

/** The body of a request: nothing, or bytes. Immutable. */
public final class RequestBody {

    private static final RequestBody NONE = new RequestBody(new byte[0]);

    private final byte[] bytes;

    private RequestBody(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * No body.
     *
     * @return the empty body
     */
    public static RequestBody none() {
        return NONE;
    }

    /**
     * A body held in memory.
     *
     * @param bytes the bytes, copied
     * @return the body
     */
    public static RequestBody of(byte[] bytes) {
        return bytes.length == 0 ? NONE : new RequestBody(bytes.clone());
    }

    /**
     * How much there is to send.
     *
     * @return the length in bytes; 0 for no body
     */
    public long length() {
        return bytes.length;
    }

    /**
     * The bytes to send.
     *
     * @return a read-only buffer of its own
     */
    public ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
