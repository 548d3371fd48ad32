package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.HttpProxy;
import io.github.glpi4j.transport.TransportSettings;
import io.vertx.core.Context;
import io.vertx.core.http.HttpClient;
import org.jspecify.annotations.Nullable;

/** What all exchanges of a transport share. */
final class ExchangeResources {

    private static final int BUFFER_SIZE = 8 * 1024;

    final HttpClient client;
    final @Nullable HttpProxy proxy;
    final long connectMillis;
    final ConnectionLimiter limit;
    final FileIoExecutor workers;
    final ActiveExchanges live = new ActiveExchanges();

    /** Runs all exchanges and their connections, so that an abort never hits the connection of another exchange. */
    final Context context;

    final StreamCloser closer;

    /** Passes bytes of responses from Vert.x to their sinks, on the event loop. */
    final byte[] buffer = new byte[BUFFER_SIZE];

    ExchangeResources(HttpClient client, TransportSettings settings, FileIoExecutor workers, Context context) {
        this.client = client;
        this.proxy = settings.proxy().orElse(null);
        this.connectMillis = settings.connectTimeout().toMillis();
        this.limit = new ConnectionLimiter(settings.maxConnections());
        this.workers = workers;
        this.context = context;
        this.closer = new StreamCloser(context);
    }
}
