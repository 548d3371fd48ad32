package io.github.glpi4j.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request to the {@link CannedServer}.
 *
 * @param line method, target and version
 * @param body the body; empty if there is none
 */
record CannedRequest(String line, String body) {

    private static final String HEAD_END = "\r\n\r\n";
    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

    /** Reads the requests of a connection, which are not pipelined. */
    static final class Reader {

        private final InputStream in;
        private final byte[] buffer = new byte[64 * 1024];

        Reader(InputStream in) {
            this.in = in;
        }

        /** {@return the next request, or null at the end of the connection} */
        @Nullable CannedRequest next() throws IOException {
            int length = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer, length, buffer.length - length)) {
                length += n;
                String received = new String(buffer, 0, length, ISO_8859_1);
                int body = received.indexOf(HEAD_END) + HEAD_END.length();
                if (body >= HEAD_END.length() && length - body >= contentLength(received.substring(0, body))) {
                    return new CannedRequest(received.substring(0, received.indexOf('\r')), received.substring(body));
                }
            }
            return null;
        }

        private static int contentLength(String head) {
            Matcher length = CONTENT_LENGTH.matcher(head);
            return length.find() ? Integer.parseInt(length.group(1)) : 0;
        }
    }
}
