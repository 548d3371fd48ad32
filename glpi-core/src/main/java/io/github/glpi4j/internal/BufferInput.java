package io.github.glpi4j.internal;

import java.io.InputStream;
import java.nio.ByteBuffer;

/** Reads a buffer as a stream, without copying it. */
final class BufferInput extends InputStream {

    private final ByteBuffer buffer;

    /** Moves the buffer's position. */
    BufferInput(ByteBuffer buffer) {
        this.buffer = buffer;
    }

    @Override
    public int read() {
        return buffer.hasRemaining() ? buffer.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        if (!buffer.hasRemaining()) {
            return length == 0 ? 0 : -1;
        }
        int count = Math.min(length, buffer.remaining());
        buffer.get(bytes, offset, count);
        return count;
    }

    @Override
    public int available() {
        return buffer.remaining();
    }
}
