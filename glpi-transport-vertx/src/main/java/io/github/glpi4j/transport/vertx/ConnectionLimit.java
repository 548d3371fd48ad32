package io.github.glpi4j.transport.vertx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Lets a number of exchanges have a connection at a time, first come, first served. It stands before the pool of
 * Vert.x, whose waiters cannot leave: each exchange that was aborted in that queue would still be handed a connection
 * later. It also knows that an exchange was waiting and not connecting, and which ones a close has to end.
 */
final class ConnectionLimit {

    private final int max;
    private final Set<HttpClientExchange> running = new HashSet<>();
    private final Set<HttpClientExchange> waiting = new LinkedHashSet<>();
    private boolean closed;

    ConnectionLimit(int max) {
        this.max = max;
    }

    int max() {
        return max;
    }

    /** Has the exchange connect now or when its turn comes; false after {@link #close()}. */
    boolean enter(HttpClientExchange exchange) {
        synchronized (this) {
            if (closed) {
                return false;
            }
            if (running.size() >= max) {
                waiting.add(exchange);
                return true;
            }
            running.add(exchange);
        }
        exchange.connect();
        return true;
    }

    /** Takes the exchange out, wherever it is, and lets the next one connect. */
    void leave(HttpClientExchange exchange) {
        HttpClientExchange next;
        synchronized (this) {
            waiting.remove(exchange);
            if (!running.remove(exchange) || waiting.isEmpty()) {
                return;
            }
            Iterator<HttpClientExchange> first = waiting.iterator();
            next = first.next();
            first.remove();
            running.add(next);
        }
        next.connect();
    }

    /** Lets nobody in any more and returns all who are in. */
    synchronized List<HttpClientExchange> close() {
        closed = true;
        List<HttpClientExchange> all = new ArrayList<>(running);
        all.addAll(waiting);
        return all;
    }
}
