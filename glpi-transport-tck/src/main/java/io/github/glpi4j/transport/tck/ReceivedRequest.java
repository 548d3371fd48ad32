package io.github.glpi4j.transport.tck;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.glpi4j.transport.Headers;

/** One request as a {@link RawServer} received it. */
public final class ReceivedRequest {

    private final int connection;
    private final String requestLine;
    private final Headers headers;
    private final byte[] body;

    ReceivedRequest(int connection, String head, byte[] body) {
        this.connection = connection;
        String[] lines = head.split("\r\n", -1);
        this.requestLine = lines[0];
        Headers.Builder fields = Headers.builder();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                fields.add(
                        lines[i].substring(0, colon),
                        lines[i].substring(colon + 1).strip());
            }
        }
        this.headers = fields.build();
        this.body = body.clone();
    }

    /**
     * Which connection it came on.
     *
     * @return 1 for the first that the server accepted
     */
    public int connection() {
        return connection;
    }

    /**
     * The first line, byte for byte.
     *
     * @return such as {@code GET /a HTTP/1.1}
     */
    public String requestLine() {
        return requestLine;
    }

    /**
     * The request target, byte for byte.
     *
     * @return what stands between method and version
     */
    public String target() {
        return requestLine.substring(requestLine.indexOf(' ') + 1, requestLine.lastIndexOf(' '));
    }

    /**
     * The headers, without the blanks around a value.
     *
     * @return all of them, in order, names as sent
     */
    public Headers headers() {
        return headers;
    }

    /**
     * The body, chunks put together.
     *
     * @return the bytes, copied
     */
    public byte[] body() {
        return body.clone();
    }

    @Override
    public String toString() {
        return "#" + connection + " " + requestLine + " " + headers + " " + new String(body, ISO_8859_1);
    }
}
