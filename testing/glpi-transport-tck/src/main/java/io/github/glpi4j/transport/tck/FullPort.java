package io.github.glpi4j.transport.tck;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.TransportRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A port that no longer answers: nobody accepts there, and its queue of connections is full. */
final class FullPort implements AutoCloseable {

    private static final int PROBE_MILLIS = 200;
    private static final int MOST = 50;

    private final ServerSocket listening;
    private final List<Socket> fillers = new ArrayList<>();

    FullPort() {
        try {
            listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            while (fillers.size() < MOST && fills()) {
                // The queue has room still.
            }
        } catch (IOException e) {
            throw new AssertionError("no free loopback port", e);
        }
    }

    TransportRequest get() {
        URI origin =
                URI.create("http://" + listening.getInetAddress().getHostAddress() + ":" + listening.getLocalPort());
        return TransportRequest.of("GET", origin, "/", Headers.none(), RequestBody.none());
    }

    private boolean fills() throws IOException {
        Socket filler = new Socket();
        fillers.add(filler);
        try {
            filler.connect(new InetSocketAddress(listening.getInetAddress(), listening.getLocalPort()), PROBE_MILLIS);
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket filler : fillers) {
            filler.close();
        }
        listening.close();
    }
}
