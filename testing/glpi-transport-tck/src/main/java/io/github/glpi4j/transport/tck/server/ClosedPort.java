package io.github.glpi4j.transport.tck.server;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.TransportRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** A port that refuses connections. It is bound, so that no other process can listen on it, but nothing listens. */
public final class ClosedPort implements AutoCloseable {

    private final Socket bound = new Socket();

    /** Binds a free port. */
    public ClosedPort() {
        try {
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new AssertionError("no free loopback port", e);
        }
    }

    /** {@return a GET request to this port} */
    public TransportRequest get() {
        URI origin = URI.create("http://" + bound.getLocalAddress().getHostAddress() + ":" + bound.getLocalPort());
        return TransportRequest.of("GET", origin, "/", Headers.none(), RequestBody.none());
    }

    @Override
    public void close() throws IOException {
        bound.close();
    }
}
