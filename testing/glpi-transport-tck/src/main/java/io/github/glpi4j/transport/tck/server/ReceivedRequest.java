package io.github.glpi4j.transport.tck.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.glpi4j.transport.Headers;

/** A request as a {@link RawServer} received it. */
public final class ReceivedRequest {

    private final int connection;
    private final String requestLine;
    private final Headers headers;
    private final byte[] body;

    private ReceivedRequest(int connection, String requestLine, Headers headers, byte[] body) {
        this.connection = connection;
        this.requestLine = requestLine;
        this.headers = headers;
        this.body = body.clone();
    }

    /** {@return a request without a body} */
    static ReceivedRequest of(int connection, String head) {
        String[] lines = head.split("\r\n", -1);
        Headers.Builder fields = Headers.builder();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                fields.add(
                        lines[i].substring(0, colon),
                        lines[i].substring(colon + 1).strip());
            }
        }
        return new ReceivedRequest(connection, lines[0], fields.build(), new byte[0]);
    }

    ReceivedRequest with(byte[] newBody) {
        return new ReceivedRequest(connection, requestLine, headers, newBody);
    }

    /** {@return the number of the connection, counted from 1 in the order of acceptance} */
    public int connection() {
        return connection;
    }

    /** {@return the first line as received, such as {@code GET /a HTTP/1.1}} */
    public String requestLine() {
        return requestLine;
    }

    /** {@return the request target as received} */
    public String target() {
        return requestLine.substring(requestLine.indexOf(' ') + 1, requestLine.lastIndexOf(' '));
    }

    /** {@return all headers in order, names as received, values without surrounding blanks} */
    public Headers headers() {
        return headers;
    }

    /** {@return a copy of the body, without any chunked encoding} */
    public byte[] body() {
        return body.clone();
    }

    @Override
    public String toString() {
        return "#" + connection + " " + requestLine + " " + headers + " " + new String(body, ISO_8859_1);
    }
}
