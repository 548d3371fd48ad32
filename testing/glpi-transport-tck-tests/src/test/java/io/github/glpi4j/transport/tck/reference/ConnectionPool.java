package io.github.glpi4j.transport.tck.reference;

import io.github.glpi4j.transport.RequestNotSentException;
import java.io.IOException;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A limited number of connections to all servers together; an exchange without one waits. */
final class ConnectionPool {

    private final int maxConnections;
    private final Connector connector;
    private final boolean validates;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final Deque<Wire> idle = new ArrayDeque<>();
    private final Set<Socket> open = new HashSet<>();
    private boolean closed;

    ConnectionPool(int maxConnections, Connector connector, boolean validates) {
        this.maxConnections = maxConnections;
        this.connector = connector;
        this.validates = validates;
    }

    Wire lease(URI origin, Abort abort) throws IOException {
        while (true) {
            Wire kept;
            Socket fresh = newSocket();
            lock.lock();
            try {
                kept = awaitTurn(origin, abort, fresh);
            } catch (RequestNotSentException e) {
                Wire.closeQuietly(fresh);
                throw e;
            } finally {
                lock.unlock();
            }
            if (kept == null) {
                return connect(origin, fresh, abort);
            }
            Wire.closeQuietly(fresh);
            if (validates && !kept.usable()) {
                discard(kept.socket());
            } else if (abort.uses(kept.socket())) {
                return kept;
            } else {
                discard(kept.socket());
                throw new RequestNotSentException("aborted before anything was sent");
            }
        }
    }

    void giveBack(Wire wire, Abort abort, boolean reusable) throws IOException {
        boolean whole = abort.done() && reusable;
        lock.lock();
        try {
            if (whole && !closed) {
                idle.addLast(wire);
                change.signalAll();
                return;
            }
        } finally {
            lock.unlock();
        }
        discard(wire.socket());
    }

    void wakeWaiters() {
        lock.lock();
        try {
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        Set<Socket> left;
        lock.lock();
        try {
            closed = true;
            left = new HashSet<>(open);
            change.signalAll();
        } finally {
            lock.unlock();
        }
        for (Socket socket : left) {
            Wire.closeQuietly(socket);
        }
    }

    /**
     * Creates a socket including its file descriptor. Otherwise connect() would create the descriptor without noticing
     * a concurrent close(), and connect a socket that nothing can close.
     */
    private static Socket newSocket() throws IOException {
        Socket socket = new Socket(Proxy.NO_PROXY);
        socket.setTcpNoDelay(true);
        return socket;
    }

    /** {@return an idle connection, or null after reserving a place for a new one} Called under the lock. */
    private @Nullable Wire awaitTurn(URI origin, Abort abort, Socket fresh) throws RequestNotSentException {
        while (true) {
            if (closed) {
                throw new RequestNotSentException("the transport is closed");
            }
            if (abort.aborted()) {
                throw new RequestNotSentException("aborted while waiting for a connection");
            }
            for (Wire wire : idle) {
                if (wire.leadsTo(origin)) {
                    idle.remove(wire);
                    return wire;
                }
            }
            if (open.size() >= maxConnections && !idle.isEmpty()) {
                Socket oldest = idle.removeFirst().socket();
                Wire.closeQuietly(oldest);
                open.remove(oldest);
            }
            if (open.size() < maxConnections) {
                open.add(fresh);
                return null;
            }
            change.awaitUninterruptibly();
        }
    }

    private Wire connect(URI origin, Socket fresh, Abort abort) throws IOException {
        try {
            if (!abort.uses(fresh)) {
                throw new RequestNotSentException("aborted before anything was sent");
            }
            return connector.connect(origin, fresh);
        } catch (IOException e) {
            discard(fresh);
            if (abort.aborted()) {
                throw new RequestNotSentException("aborted while connecting", e);
            }
            throw Failures.connecting(e);
        }
    }

    private void discard(Socket socket) {
        Wire.closeQuietly(socket);
        lock.lock();
        try {
            open.remove(socket);
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
