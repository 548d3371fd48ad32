package io.github.glpi4j.transport.tck.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;

/** Builds the bytes of a response. Immutable. */
public final class RawResponse {

    private final String head;

    private RawResponse(String head) {
        this.head = head;
    }

    /**
     * Starts a response.
     *
     * @param status the status
     * @return a response without headers
     */
    public static RawResponse of(int status) {
        return new RawResponse("HTTP/1.1 " + status + " Scripted\r\n");
    }

    /** {@return a response with status 200 and the body {@code ok}} */
    public static byte[] ok() {
        return of(200).body("ok".getBytes(ISO_8859_1));
    }

    /**
     * Adds a header.
     *
     * @param name its name
     * @param value its value
     * @return a new response
     */
    public RawResponse header(String name, String value) {
        return new RawResponse(head + name + ": " + value + "\r\n");
    }

    /** {@return the status line and headers, with nothing after them} */
    public byte[] head() {
        return (head + "\r\n").getBytes(ISO_8859_1);
    }

    /**
     * Ends the response with Content-Length and a body.
     *
     * @param body the body
     * @return its bytes
     */
    public byte[] body(byte[] body) {
        return header("Content-Length", String.valueOf(body.length)).followedBy(body);
    }

    /**
     * Ends the response with arbitrary bytes after the headers.
     *
     * @param rest valid or not
     * @return its bytes
     */
    public byte[] followedBy(byte[] rest) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(head.length() + rest.length);
        bytes.writeBytes(head());
        bytes.writeBytes(rest);
        return bytes.toByteArray();
    }

    /**
     * Ends the response with a chunked body.
     *
     * @param body the body
     * @param size the size of each chunk
     * @return its bytes
     */
    public byte[] chunked(byte[] body, int size) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length + 1024);
        bytes.writeBytes(header("Transfer-Encoding", "chunked").head());
        for (int start = 0; start < body.length; start += size) {
            int length = Math.min(size, body.length - start);
            bytes.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(ISO_8859_1));
            bytes.write(body, start, length);
            bytes.writeBytes("\r\n".getBytes(ISO_8859_1));
        }
        bytes.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
        return bytes.toByteArray();
    }
}
