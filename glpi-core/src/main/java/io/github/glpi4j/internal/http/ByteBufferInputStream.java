package io.github.glpi4j.internal.http;

import java.io.InputStream;
import java.nio.ByteBuffer;

/** Reads a buffer as a stream, without copying it. */
final class ByteBufferInputStream extends InputStream {

    private final ByteBuffer buffer;
    private int next;

    /** Reads what remains in the buffer, whose position stays. */
    ByteBufferInputStream(ByteBuffer buffer) {
        this.buffer = buffer;
        this.next = buffer.position();
    }

    @Override
    public int read() {
        return next < buffer.limit() ? buffer.get(next++) & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        if (length == 0 || available() == 0) {
            return length == 0 ? 0 : -1;
        }
        int count = Math.min(length, available());
        buffer.get(next, bytes, offset, count);
        next += count;
        return count;
    }

    @Override
    public int available() {
        return buffer.limit() - next;
    }
}
