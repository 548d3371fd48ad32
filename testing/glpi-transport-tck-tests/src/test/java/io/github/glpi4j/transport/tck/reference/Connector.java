package io.github.glpi4j.transport.tck.reference;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.glpi4j.transport.HttpProxy;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** Opens connections: directly or through a proxy, plain or with TLS. */
final class Connector {

    private final TransportSettings settings;
    private final Resolver resolver;
    private final @Nullable HttpProxy proxy;
    private final int timeout;
    private final boolean checksNames;

    Connector(TransportSettings settings, Resolver resolver, boolean checksNames) {
        this.checksNames = checksNames;
        this.settings = settings;
        this.resolver = resolver;
        this.proxy = settings.proxy().orElse(null);
        this.timeout = Math.toIntExact(settings.connectTimeout().toMillis());
    }

    Wire connect(URI origin, Socket fresh) throws IOException {
        boolean secure = origin.getScheme().equals("https");
        try {
            String host = proxy == null ? origin.getHost() : proxy.host();
            int port = proxy == null ? Wire.port(origin) : proxy.port();
            fresh.connect(new InetSocketAddress(resolver.resolve(host), port), timeout);
            fresh.setSoTimeout(timeout);
            if (secure && proxy != null) {
                openTunnel(origin, fresh, proxy);
            }
            Socket outer = secure ? secure(origin, fresh) : fresh;
            fresh.setSoTimeout(0);
            return new Wire(fresh, outer, origin, secure ? null : proxy);
        } catch (SocketTimeoutException e) {
            ConnectException late = new ConnectException("no connection within the connect timeout");
            late.initCause(e);
            throw late;
        }
    }

    static String authorization(HttpProxy proxy) {
        String login = proxy.user().orElse("") + ":" + proxy.password().orElse("");
        return "Proxy-Authorization: Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8)) + "\r\n";
    }

    /** Opens a tunnel. A failure does not quote the proxy, which may echo the credentials. */
    private void openTunnel(URI origin, Socket socket, HttpProxy by) throws IOException {
        String authority = origin.getHost() + ":" + Wire.port(origin);
        String login = by.user().isPresent() ? authorization(by) : "";
        String head = "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n" + login + "\r\n";
        WireReader response = new WireReader(socket.getInputStream(), settings.maxHeaderBytes(), true);
        try {
            socket.getOutputStream().write(head.getBytes(ISO_8859_1));
            response.readHead();
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            throw new ConnectException("the proxy gave no response");
        }
        if (response.status() >= 300) {
            throw new ConnectException("the proxy refused the tunnel with status " + response.status());
        }
    }

    private Socket secure(URI origin, Socket socket) throws IOException {
        // Only now: the JDK's authorities take long to load.
        SSLContext context = PlainTrustManager.context(settings.tls());
        SSLSocket secure =
                (SSLSocket) context.getSocketFactory().createSocket(socket, origin.getHost(), Wire.port(origin), true);
        if (checksNames && settings.tls().verifiesHostnames()) {
            SSLParameters parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secure.setSSLParameters(parameters);
        }
        try {
            secure.startHandshake();
            return secure;
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            throw new SSLException("the TLS handshake failed", e);
        }
    }
}
