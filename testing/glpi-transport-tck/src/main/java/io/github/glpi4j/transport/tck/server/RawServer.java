package io.github.glpi4j.transport.tck.server;

import io.github.glpi4j.transport.tck.client.Conditions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * A server on a raw loopback socket that records what it receives and behaves as scripted, well or badly. Every
 * connection has its own thread. A connection counts as open until the server has seen its end.
 */
public final class RawServer implements AutoCloseable {

    /** Responds to a request. When it fails, the connection ends. */
    @FunctionalInterface
    public interface Responder {

        /**
         * Responds, or misbehaves.
         *
         * @param request the request
         * @param connection its connection
         * @throws IOException when the client has disconnected
         */
        void respond(ReceivedRequest request, ServerConnection connection) throws IOException;
    }

    /** Serves a connection. When it returns or fails, the connection ends. */
    @FunctionalInterface
    public interface Script {

        /**
         * Serves a connection to its end.
         *
         * @param connection the connection, just accepted
         * @throws IOException when the client has disconnected
         */
        void serve(ServerConnection connection) throws IOException;
    }

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final ServerSocket socket;
    private final @Nullable ServerTls tls;
    private final Conditions conditions = new Conditions();
    private final Object lock = new Object();
    private final List<ReceivedRequest> requests = new ArrayList<>();
    private final List<ServerConnection> open = new ArrayList<>();
    private volatile Duration timeout = TIMEOUT;
    private @Nullable Thread acceptor;
    private int accepted;
    private int mostOpen;

    private RawServer(ServerSocket socket, @Nullable ServerTls tls) {
        this.socket = socket;
        this.tls = tls;
    }

    /**
     * Starts a server that handles requests.
     *
     * @param responder responds to each request
     * @return the running server
     */
    public static RawServer answering(Responder responder) {
        return answering(null, responder);
    }

    /**
     * Starts a server that handles requests over TLS.
     *
     * @param tls how it uses TLS; null for a plain server
     * @param responder responds to each request
     * @return the running server
     */
    public static RawServer answering(@Nullable ServerTls tls, Responder responder) {
        RawServer server = bind(tls);
        server.accept(connection -> server.serveAll(connection, responder));
        return server;
    }

    /**
     * Starts a server that handles raw connections.
     *
     * @param script serves each connection
     * @return the running server
     */
    public static RawServer scripted(Script script) {
        RawServer server = bind(null);
        server.accept(script);
        return server;
    }

    private static RawServer bind(@Nullable ServerTls tls) {
        try {
            return new RawServer(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), tls);
        } catch (IOException e) {
            throw new AssertionError("no free loopback port", e);
        }
    }

    /**
     * Sets how long the {@code await…} methods wait.
     *
     * @param atMost the timeout; 10 seconds by default
     * @return this server
     */
    public RawServer timeout(Duration atMost) {
        timeout = atMost;
        return this;
    }

    /** {@return its origin, such as {@code http://127.0.0.1:1234}} */
    public URI origin() {
        return URI.create((tls == null ? "http://" : "https://") + authority());
    }

    /** {@return host and port, such as {@code 127.0.0.1:1234}} */
    public String authority() {
        return socket.getInetAddress().getHostAddress() + ":" + socket.getLocalPort();
    }

    /** {@return a copy of the complete requests so far, in the order of arrival} */
    public List<ReceivedRequest> requests() {
        synchronized (lock) {
            return List.copyOf(requests);
        }
    }

    /**
     * Waits for requests.
     *
     * @param count how many
     * @return all requests so far
     */
    public List<ReceivedRequest> awaitRequests(int count) {
        must(() -> requests().size() >= count, count + " requests");
        return requests();
    }

    /** {@return the number of connections accepted so far} */
    public int accepted() {
        synchronized (lock) {
            return accepted;
        }
    }

    /** {@return the largest number of connections that were open at the same time} */
    public int mostOpen() {
        synchronized (lock) {
            return mostOpen;
        }
    }

    /**
     * Waits until an exact number of connections are open.
     *
     * @param count the number
     */
    public void awaitOpen(int count) {
        must(() -> openNow() == count, count + " open connections");
    }

    /**
     * Waits for more connections than expected.
     *
     * @param count how many may be open
     * @param time how long to wait
     * @return whether more were ever open at the same time
     */
    public boolean opensMoreThan(int count, Duration time) {
        return conditions.until(() -> mostOpen() > count, time);
    }

    /** Stops listening and closes all connections. */
    @Override
    public void close() {
        try {
            socket.close();
            awaitAcceptor();
            List<ServerConnection> left;
            synchronized (lock) {
                left = List.copyOf(open);
            }
            for (ServerConnection connection : left) {
                connection.close();
            }
        } catch (IOException e) {
            throw new AssertionError("cannot close a loopback socket", e);
        }
    }

    /**
     * Checks how many requests have arrived.
     *
     * @param count the expected number
     */
    public void assertRequests(int count) {
        List<ReceivedRequest> arrived = requests();
        if (arrived.size() != count) {
            throw new AssertionError(
                    "requests at the server: expected " + count + ", but got " + arrived.size() + ": " + arrived);
        }
    }

    /** While a thread is inside accept(), Linux still accepts clients on a closed socket. */
    private void awaitAcceptor() {
        try {
            if (acceptor != null) {
                acceptor.join(timeout.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int openNow() {
        synchronized (lock) {
            return open.size();
        }
    }

    private void must(BooleanSupplier condition, String what) {
        if (!conditions.until(condition, timeout)) {
            throw new AssertionError(
                    "expected " + what + ", but there are " + requests().size() + " requests and " + openNow()
                            + " open connections (" + accepted() + " accepted): " + requests());
        }
    }

    private void accept(Script script) {
        acceptor = daemon("tck-accept", () -> {
            while (!socket.isClosed()) {
                try {
                    Socket accepted = socket.accept();
                    ServerConnection connection = opened(accepted);
                    daemon("tck-serve", () -> serve(connection, script));
                } catch (IOException e) {
                    return; // closed
                }
            }
        });
    }

    private ServerConnection opened(Socket client) throws IOException {
        ServerConnection connection;
        synchronized (lock) {
            accepted++;
            connection = new ServerConnection(accepted, client, tls == null ? client : tls.over(client));
            open.add(connection);
            mostOpen = Math.max(mostOpen, open.size());
        }
        conditions.changed();
        return connection;
    }

    private void serve(ServerConnection connection, Script script) {
        try (connection) {
            serveUntilTlsFails(connection, script);
        } catch (IOException e) {
            // The client has disconnected, which many cases wait for.
        } finally {
            synchronized (lock) {
                open.remove(connection);
            }
            conditions.changed();
        }
    }

    /** A reset must not overtake the alert that says why TLS failed, so the client closes such a connection. */
    private static void serveUntilTlsFails(ServerConnection connection, Script script) throws IOException {
        try {
            script.serve(connection);
        } catch (SSLException e) {
            connection.holdRaw();
        }
    }

    private void serveAll(ServerConnection connection, Responder responder) throws IOException {
        for (ReceivedRequest request = connection.readRequest(); request != null; request = connection.readRequest()) {
            synchronized (lock) {
                requests.add(request);
            }
            conditions.changed();
            responder.respond(request, connection);
        }
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
