package io.github.glpi4j.transport.tck.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** Aborts an exchange by closing the socket that it uses at the time, if any. */
final class Abort implements Runnable {

    private final ConnectionPool pool;
    private boolean aborted;
    private @Nullable Socket socket;

    Abort(ConnectionPool pool) {
        this.pool = pool;
    }

    @Override
    public void run() {
        Socket used;
        synchronized (this) {
            aborted = true;
            used = socket;
        }
        if (used != null) {
            try {
                used.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        pool.wakeWaiters();
    }

    synchronized boolean aborted() {
        return aborted;
    }

    /** Makes an abort close this socket; returns false if the exchange has been aborted already. */
    synchronized boolean uses(Socket connecting) {
        socket = connecting;
        return !aborted;
    }

    /** Ends the exchange: a late abort must not affect the next user of the connection. */
    synchronized boolean done() {
        socket = null;
        return !aborted;
    }
}
