package io.github.glpi4j.transport.tck.server;

import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.TransportRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A port that does not complete connections: nothing accepts them, and its backlog is full. */
public final class FullPort implements AutoCloseable {

    private static final int PROBE_MILLIS = 200;
    private static final int MOST = 50;

    private static final int REMOTE_ADDRESS = 2;
    private static final int STATE = 3;
    private static final String SYN_SENT = "02";

    private final ServerSocket listening;
    private final List<Socket> fillers = new ArrayList<>();

    /** Binds a free port and fills its backlog. */
    public FullPort() {
        try {
            listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            while (fillers.size() < MOST && fills()) {
                // The backlog still has room.
            }
        } catch (IOException e) {
            throw new AssertionError("no free loopback port", e);
        }
    }

    /** {@return a GET request to this port} */
    public TransportRequest get() {
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

    /**
     * Counts the sockets on this system that are still connecting to this port.
     *
     * @return the number; 0 where the system does not list sockets
     */
    public long connecting() {
        return Stream.of("/proc/self/net/tcp", "/proc/self/net/tcp6")
                .map(Path::of)
                .filter(Files::isReadable)
                .flatMap(FullPort::lines)
                .map(line -> line.strip().split(" +"))
                .filter(fields -> fields[REMOTE_ADDRESS].endsWith(":%04X".formatted(listening.getLocalPort())))
                .filter(fields -> fields[STATE].equals(SYN_SENT))
                .count();
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream().skip(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
