package io.github.glpi4j.transport.apache;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * Reads and validates the lines around a body. HttpCore also accepts lines that end with LF alone or contain control
 * characters, which other software on the way may interpret differently.
 */
final class StrictLineReader {

    private StrictLineReader() {}

    /**
     * Reads a line that ends with CR LF.
     *
     * @return the number of bytes including the line end, or -1 if the connection ended before the first byte
     */
    static int read(CharArrayBuffer line, SessionInputBuffer buffer, InputStream in, long maxBytes) throws IOException {
        int read = 0;
        while (true) {
            int next = buffer.read(in);
            if (next < 0 && read == 0) {
                return -1;
            }
            read++;
            if (read >= maxBytes) { // the line feed has not been counted yet
                throw new MessageConstraintException("too many bytes before the end of a line");
            }
            if (next == '\r') {
                if (buffer.read(in) != '\n') {
                    throw invalid();
                }
                return read + 1;
            }
            if (next < 0) {
                throw new ConnectionClosedException("the connection ended within a line");
            }
            if (isControl(next)) {
                throw invalid();
            }
            line.append((char) next);
        }
    }

    /** Checks that a header field has a valid name, directly followed by a colon. */
    static void checkField(CharArrayBuffer line) throws IOException {
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw invalid();
        }
        for (int i = 0; i < colon; i++) {
            if (!isToken(line.charAt(i))) {
                throw invalid();
            }
        }
    }

    /** {@return the failure for an invalid response; it quotes nothing} */
    static IOException invalid() {
        return new ClientProtocolException("the response is not valid HTTP/1.1");
    }

    private static boolean isControl(int c) {
        return (c < ' ' && c != '\t') || c == 0x7f;
    }

    private static boolean isToken(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "-!#$%&'*+.^_`|~".indexOf(c) >= 0;
    }
}
