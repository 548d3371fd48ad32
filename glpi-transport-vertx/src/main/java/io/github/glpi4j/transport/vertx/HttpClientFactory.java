package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.TransportSettings;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.tracing.TracingPolicy;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Creates the HTTP client of a transport from its settings. */
final class HttpClientFactory {

    private static final int IDLE_SECONDS = 30;
    private static final int MAX_STREAM_WINDOWS = 1000;

    private HttpClientFactory() {}

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
        ClientTlsOptions.apply(settings.tls(), options);
        if (settings.http2()) {
            offerHttp2(settings, options);
        }
        PoolOptions pool = new PoolOptions();
        pool.setHttp1MaxSize(settings.maxConnections());
        pool.setHttp2MaxSize(settings.maxConnections());
        pool.setMaxWaitQueueSize(-1);
        return create(vertx, options, pool);
    }

    /**
     * Offers HTTP/2 in the TLS handshake only: with another protocol version Vert.x would also request an upgrade from
     * servers without TLS. The connection window is large enough that a stream waiting for its file cannot block others.
     */
    private static void offerHttp2(TransportSettings settings, HttpClientOptions options) {
        options.setUseAlpn(true);
        options.setAlpnVersions(List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1));
        options.setHttp2KeepAliveTimeout(IDLE_SECONDS);
        Http2Settings initial = new Http2Settings();
        initial.setPushEnabled(false);
        initial.setMaxHeaderListSize(settings.maxHeaderBytes());
        options.setInitialSettings(initial);
        long streams = Math.min(settings.maxConnections(), MAX_STREAM_WINDOWS);
        options.setHttp2ConnectionWindowSize(Math.toIntExact((streams + 1) * initial.getInitialWindowSize()));
    }

    /**
     * Looked up by name because the return type differs between Vert.x 5 and 4.5: a compiled call would throw {@link
     * NoSuchMethodError} on 4.5. See docs/adr/0005.
     */
    private static HttpClient create(Vertx vertx, HttpClientOptions options, PoolOptions pool) {
        try {
            return (HttpClient) Vertx.class
                    .getMethod("createHttpClient", HttpClientOptions.class, PoolOptions.class)
                    .invoke(vertx, options, pool);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("Vert.x created no HTTP client", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this is neither Vert.x 5 nor 4.5", e);
        }
    }
}
