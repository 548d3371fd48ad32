package io.github.glpi4j.transport.vertx;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Lets a number of exchanges have a connection to a server at a time, first come, first served. It stands before the
 * pool of Vert.x, whose waiters cannot leave: each exchange that was aborted in that queue would still be handed a
 * connection later. It also knows that an
 * exchange was waiting and not connecting.
 */
final class ConnectionLimiter {

    private static final class HostQueue {
        final Set<HttpClientExchange> running = new HashSet<>();
        final Set<HttpClientExchange> waiting = new LinkedHashSet<>();
    }

    /** Mostly there is one server, for which not every exchange shall make a lane. */
    private static final int MAX_IDLE_QUEUES = 8;

    private final int max;

    /** Of the servers that somebody is connected to or waits for, or was of late. */
    private final Map<Origin, HostQueue> lanes = new HashMap<>();

    private boolean closed;

    ConnectionLimiter(int max) {
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
            HostQueue lane = lanes.computeIfAbsent(exchange.origin(), origin -> new HostQueue());
            if (lane.running.size() >= max) {
                lane.waiting.add(exchange);
                return true;
            }
            lane.running.add(exchange);
        }
        exchange.connect();
        return true;
    }

    /** Takes the exchange out, wherever it is, and lets the next one connect, but not after {@link #close()}. */
    void leave(HttpClientExchange exchange) {
        HttpClientExchange next;
        synchronized (this) {
            HostQueue lane = lanes.get(exchange.origin());
            if (lane == null || lane.waiting.remove(exchange) || !lane.running.remove(exchange)) {
                return;
            }
            if (closed) {
                return; // Whoever waits is about to be ended by the close, and must not be sent before that.
            }
            if (lane.waiting.isEmpty()) {
                if (lane.running.isEmpty() && lanes.size() > MAX_IDLE_QUEUES) {
                    lanes.remove(exchange.origin());
                }
                return;
            }
            Iterator<HttpClientExchange> first = lane.waiting.iterator();
            next = first.next();
            first.remove();
            lane.running.add(next);
        }
        next.connect();
    }

    /** Lets no exchange in any more. */
    synchronized void close() {
        closed = true;
    }
}
