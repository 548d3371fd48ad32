package io.github.glpi4j.transport.vertx;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Limits the number of concurrent exchanges per server, first come, first served. It precedes the pool of Vert.x, whose
 * queue cannot be left: an exchange aborted in that queue would still get a connection later. It also distinguishes
 * exchanges that wait from those that connect.
 */
final class ConnectionLimiter {

    private static final class HostQueue {
        final Set<HttpClientExchange> running = new HashSet<>();
        final Set<HttpClientExchange> waiting = new LinkedHashSet<>();
    }

    /** Keeps some idle queues: usually there is one server, and a queue per exchange would be wasteful. */
    private static final int MAX_IDLE_QUEUES = 8;

    private final int max;

    /** Queues of the servers with running or waiting exchanges, and of some idle ones. */
    private final Map<Origin, HostQueue> queues = new HashMap<>();

    private boolean closed;

    ConnectionLimiter(int max) {
        this.max = max;
    }

    int max() {
        return max;
    }

    /** Lets the exchange connect now or when its turn comes; returns false after {@link #close()}. */
    boolean enter(HttpClientExchange exchange) {
        synchronized (this) {
            if (closed) {
                return false;
            }
            HostQueue queue = queues.computeIfAbsent(exchange.origin(), origin -> new HostQueue());
            if (queue.running.size() >= max) {
                queue.waiting.add(exchange);
                return true;
            }
            queue.running.add(exchange);
        }
        exchange.connect();
        return true;
    }

    /** Removes a waiting or running exchange and, before {@link #close()}, lets the next one connect. */
    void leave(HttpClientExchange exchange) {
        HttpClientExchange next;
        synchronized (this) {
            HostQueue queue = queues.get(exchange.origin());
            if (queue == null || queue.waiting.remove(exchange) || !queue.running.remove(exchange)) {
                return;
            }
            if (closed) {
                return; // Closing is about to abort the waiting exchanges; none may be sent before.
            }
            if (queue.waiting.isEmpty()) {
                if (queue.running.isEmpty() && queues.size() > MAX_IDLE_QUEUES) {
                    queues.remove(exchange.origin());
                }
                return;
            }
            Iterator<HttpClientExchange> first = queue.waiting.iterator();
            next = first.next();
            first.remove();
            queue.running.add(next);
        }
        next.connect();
    }

    /** Rejects further exchanges. */
    synchronized void close() {
        closed = true;
    }
}
