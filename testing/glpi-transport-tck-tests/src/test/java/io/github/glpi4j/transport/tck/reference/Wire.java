package io.github.glpi4j.transport.tck.reference;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.HttpProxy;
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
import org.jspecify.annotations.Nullable;

/** A connection. */
final class Wire {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String origin;
    private final @Nullable HttpProxy proxy;

    /** Creates a connection on a socket, directly or through another socket around it. A plain one may lead to a proxy. */
    Wire(Socket socket, Socket outer, URI origin, @Nullable HttpProxy proxy) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(outer.getInputStream());
        this.out = outer.getOutputStream();
        this.origin = key(origin);
        this.proxy = proxy;
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

    /** {@return false if the server has closed the idle connection or sent something on it} */
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

    void send(TransportRequest request, ExchangeContext exchange) throws IOException {
        StringBuilder head = new StringBuilder(512);
        String authority = request.host() + (request.port() < 0 ? "" : ":" + request.port());
        head.append(request.method()).append(proxy == null ? " " : " http://" + authority);
        head.append(request.target()).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(authority).append("\r\n");
        if (proxy != null && proxy.user().isPresent()) {
            head.append(Connector.authorization(proxy));
        }
        request.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        long length = request.body().length();
        if (length > 0 || WITH_BODY.contains(request.method())) {
            head.append("Content-Length: ").append(length).append("\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(ISO_8859_1));
        try (InputStream body = request.body().openStream()) {
            byte[] piece = new byte[16 * 1024];
            for (int n = body.read(piece); n >= 0; n = body.read(piece)) {
                out.write(piece, 0, n);
                exchange.onProgress();
            }
        }
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
        return origin.getScheme() + "://" + origin.getRawAuthority();
    }
}
