package io.github.glpi4j.transport.vertx;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The exchanges of one transport that have not ended; closing the transport ends them and waits for them. */
final class ActiveExchanges {

    private final Set<HttpClientExchange> live = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Void> none = new CompletableFuture<>();
    private volatile boolean closed;

    void add(HttpClientExchange exchange) {
        live.add(exchange);
    }

    void remove(HttpClientExchange exchange) {
        live.remove(exchange);
        completeIfNone();
    }

    /** Aborts all exchanges; the future completes when the last one has ended. */
    CompletableFuture<Void> close() {
        closed = true;
        live.forEach(exchange -> exchange.abort("the transport was closed"));
        completeIfNone();
        return none;
    }

    boolean isEmpty() {
        return live.isEmpty();
    }

    private void completeIfNone() {
        if (closed && live.isEmpty()) {
            none.complete(null);
        }
    }
}
