package io.github.glpi4j.transport.tck.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** How one exchange is aborted: it closes the socket that the exchange uses at the time, if any. */
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

    /** From now on, an abort closes this socket; false when the abort came first. */
    synchronized boolean uses(Socket connecting) {
        socket = connecting;
        return !aborted;
    }

    /** The exchange is over: a late abort must not harm whoever uses the connection next. */
    synchronized boolean done() {
        socket = null;
        return !aborted;
    }
}
