package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.TransportSettings;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.tracing.TracingPolicy;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.TimeUnit;

/** Makes the HTTP client that a transport owns, as the settings ask. */
final class HttpClients {

    private static final int IDLE_SECONDS = 30;

    private HttpClients() {}

    static HttpClient create(Vertx vertx, TransportSettings settings) {
        int connectMillis = Math.toIntExact(settings.connectTimeout().toMillis());
        HttpClientOptions options = new HttpClientOptions();
        options.setProtocolVersion(HttpVersion.HTTP_1_1);
        options.setConnectTimeout(connectMillis);
        options.setSslHandshakeTimeout(connectMillis);
        options.setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
        options.setMaxInitialLineLength(settings.maxHeaderBytes());
        options.setMaxHeaderSize(settings.maxHeaderBytes());
        options.setKeepAlive(true);
        options.setKeepAliveTimeout(IDLE_SECONDS);
        options.setPipelining(false);
        options.setDecompressionSupported(false);
        options.setTracingPolicy(TracingPolicy.IGNORE);
        ClientTls.set(settings.tls(), options);
        PoolOptions pool = new PoolOptions();
        pool.setHttp1MaxSize(settings.maxConnections());
        pool.setHttp2MaxSize(settings.maxConnections());
        pool.setMaxWaitQueueSize(-1);
        return create(vertx, options, pool);
    }

    /** Refuses what is not honoured. */
    static void check(TransportSettings settings) {
        if (settings.http2()) {
            throw new IllegalArgumentException("the Vert.x transport has no HTTP/2 yet");
        }
    }

    /**
     * Looked up by name, since Vert.x 5 gave this method another return type: a compiled call would end in
     * {@link NoSuchMethodError} on 4.5. See docs/adr/0005.
     */
    private static HttpClient create(Vertx vertx, HttpClientOptions options, PoolOptions pool) {
        try {
            return (HttpClient) Vertx.class
                    .getMethod("createHttpClient", HttpClientOptions.class, PoolOptions.class)
                    .invoke(vertx, options, pool);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("Vert.x made no HTTP client", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this is neither Vert.x 5 nor 4.5", e);
        }
    }
}
