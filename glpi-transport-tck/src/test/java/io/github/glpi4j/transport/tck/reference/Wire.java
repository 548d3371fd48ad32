package io.github.glpi4j.transport.tck.reference;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.glpi4j.transport.TransportRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Set;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** One connection. */
final class Wire {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String origin;

    private Wire(Socket socket, Socket outer, URI origin) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(outer.getInputStream());
        this.out = outer.getOutputStream();
        this.origin = key(origin);
    }

    static Wire over(Socket connected, URI origin, int timeout) throws IOException {
        if (!origin.getScheme().equals("https")) {
            return new Wire(connected, connected, origin);
        }
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket secure = (SSLSocket) factory.createSocket(connected, origin.getHost(), port(origin), true);
        connected.setSoTimeout(timeout);
        secure.startHandshake();
        connected.setSoTimeout(0);
        return new Wire(connected, secure, origin);
    }

    static int port(URI origin) {
        if (origin.getPort() >= 0) {
            return origin.getPort();
        }
        return origin.getScheme().equals("https") ? 443 : 80;
    }

    static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing a socket does not fail", e);
        }
    }

    Socket socket() {
        return socket;
    }

    InputStream in() {
        return in;
    }

    boolean leadsTo(URI other) {
        return origin.equals(key(other));
    }

    /** A kept connection that the server has closed, or on which it speaks unasked, is of no use. */
    boolean usable() {
        try {
            socket.setSoTimeout(1);
            in.mark(1);
            in.read();
            return false;
        } catch (SocketTimeoutException e) {
            return restoreTimeout();
        } catch (IOException e) {
            return false;
        }
    }

    void send(TransportRequest request) throws IOException {
        StringBuilder head = new StringBuilder(512);
        head.append(request.method()).append(' ').append(request.target()).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(request.origin().getHost());
        if (request.origin().getPort() >= 0) {
            head.append(':').append(request.origin().getPort());
        }
        head.append("\r\n");
        request.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        long length = request.body().length();
        if (length > 0 || WITH_BODY.contains(request.method())) {
            head.append("Content-Length: ").append(length).append("\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(ISO_8859_1));
        byte[] body = new byte[Math.toIntExact(length)];
        request.body().bytes().get(body);
        out.write(body);
        out.flush();
    }

    private boolean restoreTimeout() {
        try {
            socket.setSoTimeout(0);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String key(URI origin) {
        return origin.getScheme() + "://" + origin.getHost() + ":" + port(origin);
    }
}
