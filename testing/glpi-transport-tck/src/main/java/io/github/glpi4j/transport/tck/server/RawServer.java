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
 * A server on a raw loopback socket that records what it receives and does exactly what it is told, good or bad.
 * Every connection has a thread of its own. A connection counts as open until the server has seen its end.
 */
public final class RawServer implements AutoCloseable {

    /** What the server does with one request. When it fails, the connection ends. */
    @FunctionalInterface
    public interface Responder {

        /**
         * Answers, or misbehaves.
         *
         * @param request what came
         * @param connection where it came from
         * @throws IOException when the client is gone
         */
        void respond(ReceivedRequest request, ServerConnection connection) throws IOException;
    }

    /** What the server does with one connection; when it returns or fails, the connection ends. */
    @FunctionalInterface
    public interface Script {

        /**
         * Serves the connection to its end.
         *
         * @param connection just accepted
         * @throws IOException when the client is gone
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
     * A server that treats every request alike.
     *
     * @param responder what to do with a request
     * @return the running server
     */
    public static RawServer answering(Responder responder) {
        return answering(null, responder);
    }

    /**
     * A server that treats every request alike.
     *
     * @param tls how it speaks TLS, if it does
     * @param responder what to do with a request
     * @return the running server
     */
    public static RawServer answering(@Nullable ServerTls tls, Responder responder) {
        RawServer server = bind(tls);
        server.accept(connection -> server.serveAll(connection, responder));
        return server;
    }

    /**
     * A server that does as it pleases with a connection.
     *
     * @param script what to do with a connection
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
     * Sets how long the server's {@code await…} methods wait.
     *
     * @param atMost 10 s unless set
     * @return this server
     */
    public RawServer timeout(Duration atMost) {
        timeout = atMost;
        return this;
    }

    /**
     * Where it listens.
     *
     * @return such as {@code http://127.0.0.1:1234}, or with {@code https}
     */
    public URI origin() {
        return URI.create((tls == null ? "http://" : "https://") + authority());
    }

    /**
     * Host and port.
     *
     * @return such as {@code 127.0.0.1:1234}
     */
    public String authority() {
        return socket.getInetAddress().getHostAddress() + ":" + socket.getLocalPort();
    }

    /**
     * All requests that came whole so far.
     *
     * @return a copy, in the order of their coming
     */
    public List<ReceivedRequest> requests() {
        synchronized (lock) {
            return List.copyOf(requests);
        }
    }

    /**
     * Waits until that many requests have come.
     *
     * @param count how many
     * @return all that have come
     */
    public List<ReceivedRequest> awaitRequests(int count) {
        must(() -> requests().size() >= count, count + " requests");
        return requests();
    }

    /**
     * How many connections were ever accepted.
     *
     * @return the number
     */
    public int accepted() {
        synchronized (lock) {
            return accepted;
        }
    }

    /**
     * How many connections were open at the same time, at most.
     *
     * @return the number
     */
    public int mostOpen() {
        synchronized (lock) {
            return mostOpen;
        }
    }

    /**
     * Waits until exactly that many connections are open.
     *
     * @param count how many
     */
    public void awaitOpen(int count) {
        must(() -> openNow() == count, count + " open connections");
    }

    /**
     * Waits for a connection too many.
     *
     * @param count how many may be open
     * @param time how long to wait
     * @return whether there were ever more
     */
    public boolean opensMoreThan(int count, Duration time) {
        return conditions.until(() -> mostOpen() > count, time);
    }

    /** Stops listening and ends all connections. */
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

    /** As long as a thread is inside accept(), Linux lets clients in, although the socket is closed. */
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
            serveOrExplain(connection, script);
        } catch (IOException e) {
            // The client let go: that is what many cases wait for.
        } finally {
            synchronized (lock) {
                open.remove(connection);
            }
            conditions.changed();
        }
    }

    /** An alert that says why TLS failed must not be overtaken by a reset: the client ends such a connection. */
    private static void serveOrExplain(ServerConnection connection, Script script) throws IOException {
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
