package io.github.glpi4j.it;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A server that echoes the request, like debug pages and broken proxies. */
final class EchoServer implements AutoCloseable {

    /** The part of the response that contains the request. */
    enum Echo {
        PAGE,
        GLPI_ERROR,
        BROKEN_JSON,
        REDIRECT,
        STATUS_LINE,
        HEADER_LINE,
        CHUNK_SIZE
    }

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private volatile Echo kind = Echo.PAGE;

    EchoServer() throws IOException {
        Thread thread = new Thread(this::serve, "echo-server");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    void answer(Echo newKind) {
        kind = newKind;
    }

    private void serve() {
        while (!socket.isClosed()) {
            echoOnce();
        }
    }

    /** A client that disconnects or a server that closes only ends this connection. */
    @SuppressWarnings("EmptyCatch")
    private void echoOnce() {
        try (Socket connection = socket.accept()) {
            String request = read(new BufferedInputStream(connection.getInputStream()));
            OutputStream out = connection.getOutputStream();
            out.write(response(request).getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        } catch (IOException endOfThisConnection) {
            // The test observes the failure at the client.
        }
    }

    /** Reads the complete request with one char per byte, so that UTF-8 is echoed unchanged. */
    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no whole request");
            }
            head.write(next);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        int length = 0;
        for (String line : text.split("\r\n", -1)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        return text + new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
    }

    private String response(String request) {
        String line = request.replace("\r\n", " ");
        return switch (kind) {
            case PAGE -> answer(500, "text/html; charset=UTF-8", "<html><pre>" + request + "</pre></html>");
            case GLPI_ERROR -> answer(400, "application/json", "[\"ERROR\",\"" + escape(line.strip()) + "\"]");
            case BROKEN_JSON -> answer(200, "application/json", "{\"session_token\": " + line);
            case REDIRECT ->
                "HTTP/1.1 302 Found\r\nLocation: http://" + lastWord(line)
                        + "/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            case STATUS_LINE -> line + "\r\n\r\n";
            case HEADER_LINE -> "HTTP/1.1 200 OK\r\nno colon here " + line + "\r\n\r\n";
            case CHUNK_SIZE ->
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + line + "\r\n0\r\n\r\n";
        };
    }

    private static String answer(int status, String contentType, String body) {
        return "HTTP/1.1 " + status + " Status\r\nContent-Type: " + contentType + "\r\nContent-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body;
    }

    private static String lastWord(String line) {
        String[] words = line.strip().split(" ", -1);
        return words[words.length - 1];
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
