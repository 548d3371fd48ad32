package io.github.glpi4j.transport.tck.jdk;

import io.github.glpi4j.transport.AsyncTransport;
import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An asynchronous transport on {@link java.net.http.HttpClient}. */
public final class JdkTransport implements AsyncTransport {

    private final ExecutorService executor = Executors.newCachedThreadPool(JdkTransport::daemon);
    private final Engine engine;
    private final Slots slots;
    private final Set<JdkExchange> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Creates a transport with these settings.
     *
     * @throws IllegalArgumentException for a setting that the JDK's client does not support
     */
    public JdkTransport(TransportSettings settings) {
        this.engine = new Engine(settings, executor);
        this.slots = new Slots(settings.maxConnections());
    }

    @Override
    public CompletionStage<TransportResponse> exchange(TransportRequest request, ExchangeContext exchange) {
        return start(request, exchange).result();
    }

    JdkExchange start(TransportRequest request, ExchangeContext exchange) {
        JdkExchange started = new JdkExchange(request, exchange, engine);
        running.add(started);
        started.onEnd(() -> running.remove(started));
        exchange.onAbort(started::abort);
        slots.acquire(() -> run(started));
        return started;
    }

    private void run(JdkExchange exchange) {
        if (closed) {
            exchange.abort();
        }
        exchange.run(slots::release);
    }

    @Override
    public void close() {
        closed = true;
        running.forEach(JdkExchange::abort);
        engine.close();
        executor.shutdown();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "jdk-transport");
        thread.setDaemon(true);
        return thread;
    }
}
