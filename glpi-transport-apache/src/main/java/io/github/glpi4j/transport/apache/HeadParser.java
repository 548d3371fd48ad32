package io.github.glpi4j.transport.apache;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.HttpTransportMetrics;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.util.CharArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads status line and headers more strictly than HttpCore alone: within a total number of bytes, where that limits
 * the length of a line and the number of lines; to their end, where that takes the end of the connection for it; and not
 * beyond a 101, after which that would wait on.
 */
final class HeadParser implements HttpMessageParser<ClassicHttpResponse> {

    private final HttpMessageParser<ClassicHttpResponse> parser;
    private final int maxBytes;

    HeadParser(int maxBytes) {
        this.parser = new DefaultHttpResponseParser(Http1Config.custom()
                .setMaxLineLength(maxBytes)
                .setMaxHeaderCount(maxBytes) // 100 by default; bytes are what counts here
                .build());
        this.maxBytes = maxBytes;
    }

    @Override
    public @Nullable ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in)
            throws IOException, HttpException {
        ClassicHttpResponse head = parser.parse(new CountedLines(buffer, maxBytes), in);
        if (head == null) {
            return null;
        }
        if (head.getCode() == HttpStatus.SC_SWITCHING_PROTOCOLS) {
            throw new ProtocolException("the server switches to a protocol that nobody asked for");
        }
        return new Head(head, buffer);
    }

    /** The engine's buffer, which stops handing out lines once they break off or are too many bytes together. */
    private static final class CountedLines implements SessionInputBuffer {

        private final SessionInputBuffer buffer;
        private long left;
        private boolean begun;

        CountedLines(SessionInputBuffer buffer, int maxBytes) {
            this.buffer = buffer;
            this.left = maxBytes;
        }

        @Override
        public int readLine(CharArrayBuffer line, InputStream in) throws IOException {
            int length = buffer.readLine(line, in);
            if (length < 0 && begun) {
                throw new ConnectionClosedException("the connection ended within the headers");
            }
            begun = true;
            left -= length + 2L; // CR LF is read, but not handed out
            if (left < 0) {
                throw new MessageConstraintException("status line and headers are too long");
            }
            return length;
        }

        @Override
        public int length() {
            return buffer.length();
        }

        @Override
        public int capacity() {
            return buffer.capacity();
        }

        @Override
        public int available() {
            return buffer.available();
        }

        @Override
        public int read(byte[] bytes, int offset, int length, InputStream in) throws IOException {
            return buffer.read(bytes, offset, length, in);
        }

        @Override
        public int read(byte[] bytes, InputStream in) throws IOException {
            return buffer.read(bytes, in);
        }

        @Override
        public int read(InputStream in) throws IOException {
            return buffer.read(in);
        }

        @Override
        public HttpTransportMetrics getMetrics() {
            return buffer.getMetrics();
        }
    }
}
