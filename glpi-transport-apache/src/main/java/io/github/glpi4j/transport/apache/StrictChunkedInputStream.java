package io.github.glpi4j.transport.apache;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * Decodes a chunked body up to the empty line at its end. HttpCore is more lenient: it accepts a sign or blanks around a
 * chunk size, and the end of the connection in place of the last line. Trailers are validated and discarded.
 */
final class StrictChunkedInputStream extends InputStream {

    /** GLPI sends none. Together with the line limit, this bounds how much a hostile server can make us read. */
    private static final int MAX_TRAILERS = 16;

    private static final int MAX_SIZE_DIGITS = 15;

    private final SessionInputBuffer buffer;
    private final InputStream in;
    private final int maxLineBytes;
    private final CharArrayBuffer line = new CharArrayBuffer(16);
    private long remaining;
    private boolean started;
    private boolean ended;

    StrictChunkedInputStream(SessionInputBuffer buffer, InputStream in, int maxLineBytes) {
        this.buffer = buffer;
        this.in = in;
        this.maxLineBytes = maxLineBytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (remaining == 0 && !ended) {
            startChunk();
        }
        if (ended) {
            return -1;
        }
        int read = buffer.read(bytes, offset, (int) Math.min(length, remaining), in);
        if (read < 0) {
            throw truncated();
        }
        remaining -= read;
        return read;
    }

    private void startChunk() throws IOException {
        if (started) {
            readLine();
            if (!line.isEmpty()) {
                throw StrictLineReader.invalid();
            }
        }
        started = true;
        readLine();
        remaining = size();
        if (remaining == 0) {
            readTrailers();
            ended = true;
        }
    }

    private void readTrailers() throws IOException {
        for (int i = 0; i <= MAX_TRAILERS; i++) {
            readLine();
            if (line.isEmpty()) {
                return;
            }
            StrictLineReader.checkField(line);
        }
        throw StrictLineReader.invalid();
    }

    /** Parses hexadecimal digits, optionally followed by an extension. */
    private long size() throws IOException {
        int semicolon = line.indexOf(';');
        int end = semicolon < 0 ? line.length() : semicolon;
        if (end == 0 || end > MAX_SIZE_DIGITS) {
            throw StrictLineReader.invalid();
        }
        long size = 0;
        for (int i = 0; i < end; i++) {
            int digit = line.charAt(i) < 0x80 ? Character.digit(line.charAt(i), 16) : -1;
            if (digit < 0) {
                throw StrictLineReader.invalid();
            }
            size = size << 4 | digit;
        }
        return size;
    }

    private void readLine() throws IOException {
        line.clear();
        if (StrictLineReader.read(line, buffer, in, maxLineBytes) < 0) {
            throw truncated();
        }
    }

    private static IOException truncated() {
        return new ConnectionClosedException("the connection ended within a chunked body");
    }
}
