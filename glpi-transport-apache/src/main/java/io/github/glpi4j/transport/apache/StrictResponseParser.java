package io.github.glpi4j.transport.apache;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.FormattedHeader;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HeaderElements;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.HttpTransportMetrics;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.util.CharArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Parses the status line and headers on one connection, more strictly than HttpCore:
 *
 * <ul>
 *   <li>The total size is limited, not just the length and number of lines.
 *   <li>A connection that ends within the headers is a failure.
 *   <li>Status 101 is a failure; HttpCore would wait for a further response.
 *   <li>A response is rejected unless the end of its body is unambiguous.
 * </ul>
 */
final class StrictResponseParser implements HttpMessageParser<ClassicHttpResponse> {

    private final HttpMessageParser<ClassicHttpResponse> parser;
    private final int maxBytes;
    private @Nullable SessionInputBuffer buffer;

    StrictResponseParser(int maxBytes) {
        this.parser = new DefaultHttpResponseParser(Http1Config.custom()
                .setMaxLineLength(maxBytes)
                .setMaxHeaderCount(maxBytes) // 100 by default; the size is limited instead
                .build());
        this.maxBytes = maxBytes;
    }

    @Override
    public @Nullable ClassicHttpResponse parse(SessionInputBuffer connection, InputStream in)
            throws IOException, HttpException {
        buffer = connection;
        ClassicHttpResponse head = parser.parse(new StrictLineBuffer(connection, maxBytes), in);
        if (head == null) {
            return null;
        }
        if (head.getCode() == HttpStatus.SC_SWITCHING_PROTOCOLS) {
            throw new ProtocolException("the server switched to a protocol that was not requested");
        }
        checkFraming(head);
        return head;
    }

    /** {@return whether there are surplus bytes between two responses} */
    boolean hasUnreadBytes() {
        return buffer != null && buffer.length() > 0;
    }

    /** Rejects a body whose end is ambiguous; see RFC 9112, section 6.3. */
    private static void checkFraming(ClassicHttpResponse head) throws HttpException {
        int codings = head.countHeaders(HttpHeaders.TRANSFER_ENCODING);
        int lengths = head.countHeaders(HttpHeaders.CONTENT_LENGTH);
        boolean unambiguous = codings == 0
                ? lengths == 0 || (lengths == 1 && isNumber(head.getFirstHeader(HttpHeaders.CONTENT_LENGTH)))
                : codings == 1
                        && lengths == 0
                        && HttpVersion.HTTP_1_1.equals(head.getVersion())
                        && HeaderElements.CHUNKED_ENCODING.equalsIgnoreCase(
                                head.getFirstHeader(HttpHeaders.TRANSFER_ENCODING)
                                        .getValue());
        if (!unambiguous) {
            throw new ProtocolException("the end of the body is ambiguous");
        }
    }

    /** Inspects the line in place: extracting the value would copy it more than once. */
    private static boolean isNumber(Header header) {
        if (!(header instanceof FormattedHeader field)) {
            return false;
        }
        CharArrayBuffer line = field.getBuffer();
        int start = field.getValuePos();
        int end = line.length();
        while (start < end && isBlank(line.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(line.charAt(end - 1))) {
            end--;
        }
        for (int i = start; i < end; i++) {
            if (!isDigit(line.charAt(i))) {
                return false;
            }
        }
        return end > start;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Fails on a line that is invalid or truncated, or that exceeds the size limit. */
    private static final class StrictLineBuffer implements SessionInputBuffer {

        private static final String HTTP_1 = "HTTP/1.";
        private static final int STATUS = HTTP_1.length() + 2;
        private static final int STATUS_END = STATUS + 3;

        private final SessionInputBuffer buffer;
        private long remaining;
        private int lines;

        StrictLineBuffer(SessionInputBuffer buffer, int maxBytes) {
            this.buffer = buffer;
            this.remaining = maxBytes;
        }

        @Override
        public int readLine(CharArrayBuffer line, InputStream in) throws IOException {
            int read = StrictLineReader.read(line, buffer, in, remaining);
            if (read < 0) {
                if (lines > 0) {
                    throw new ConnectionClosedException("the connection ended within the headers");
                }
                return read;
            }
            remaining -= read;
            lines++;
            if (lines == 1) {
                checkStatusLine(line);
            } else if (!line.isEmpty() && !isContinuation(line)) {
                StrictLineReader.checkField(line);
            }
            return line.length();
        }

        private static void checkStatusLine(CharArrayBuffer line) throws IOException {
            boolean valid = line.length() >= STATUS_END
                    && HTTP_1.contentEquals(line.subSequence(0, HTTP_1.length()))
                    && (line.charAt(STATUS - 2) == '0' || line.charAt(STATUS - 2) == '1')
                    && line.charAt(STATUS - 1) == ' '
                    && isDigit(line.charAt(STATUS))
                    && line.charAt(STATUS) != '0'
                    && isDigit(line.charAt(STATUS + 1))
                    && isDigit(line.charAt(STATUS + 2))
                    && (line.length() == STATUS_END || line.charAt(STATUS_END) == ' ');
            if (!valid) {
                throw StrictLineReader.invalid();
            }
        }

        /** {@return whether the line continues the previous value (obsolete line folding); HttpCore joins the two} */
        private boolean isContinuation(CharArrayBuffer line) {
            return lines > 2 && isBlank(line.charAt(0));
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
