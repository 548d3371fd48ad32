package io.github.glpi4j.transport.apache;

import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.Configurable;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/**
 * A blocking HTTP/1.1 transport on Apache HttpClient 5. Instances are thread-safe.
 *
 * <p>Requests are sent unchanged: the target byte for byte and the headers in their order. Only {@code Host} is added
 * and, for a method that expects a body, {@code Content-Length}. HttpClient's redirects, retries, cookies,
 * authentication and decompression are off. Proxies in system properties and the environment are ignored, except for
 * the JDK's {@code socksProxyHost}.
 *
 * <p>An exchange runs on the calling thread, which may be a virtual thread. Only host names are resolved on other
 * threads: a few daemon threads that end when idle. The connect timeout is the only time limit. It applies separately to
 * each address of a host, to the proxy tunnel and to the TLS handshake. Everything else (resolving a name, waiting for a
 * connection, waiting for the response) ends with an abort.
 */
public final class ApacheTransport implements BlockingTransport {

    private static final int BUFFER_SIZE = 16 * 1024;
    private static final int SPARE_BUFFERS = 20;

    private final CloseableHttpClient httpClient;

    /** Null if the client is external. */
    private final @Nullable PoolingHttpClientConnectionManager pool;

    private final AbortableDnsResolver lookups;
    private final RequestConfig config;
    private final HttpClientFailures failures;
    private final Set<HttpUriRequestBase> inFlight = ConcurrentHashMap.newKeySet();

    /** Read buffers for reuse: one buffer is larger than everything else that an exchange allocates. */
    private final Queue<byte[]> spareBuffers = new ArrayBlockingQueue<>(SPARE_BUFFERS);

    private volatile boolean closed;

    private ApacheTransport(
            CloseableHttpClient httpClient,
            @Nullable PoolingHttpClientConnectionManager pool,
            AbortableDnsResolver lookups,
            RequestConfig config,
            HttpClientFailures failures) {
        this.httpClient = httpClient;
        this.pool = pool;
        this.lookups = lookups;
        this.config = config;
        this.failures = failures;
    }

    /** {@return a transport with default settings and its own HttpClient} */
    public static ApacheTransport create() {
        return builder().build();
    }

    /**
     * Creates a transport with its own HttpClient.
     *
     * @param settings the settings; HTTP/2 is not supported
     * @return a new transport; the caller closes it
     * @throws IllegalArgumentException if the settings enable HTTP/2
     */
    public static ApacheTransport create(TransportSettings settings) {
        return builder().settings(settings).build();
    }

    /** {@return a new builder} */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        AbortableRequest sent = new AbortableRequest(request, exchange, config, () -> closed);
        inFlight.add(sent);
        try {
            if (closed) {
                throw new RequestNotSentException("the transport is closed");
            }
            exchange.onAbort(sent::cancel);
            HttpHost host = HttpClientFactory.host(request.origin().getScheme(), request.host(), request.port());
            return execute(host, sent, exchange);
        } finally {
            inFlight.remove(sent);
        }
    }

    /**
     * Closes all connections immediately; exchanges in flight fail. An external client stays open. Later exchanges fail
     * with a {@link RequestNotSentException}.
     */
    @Override
    public void close() {
        closed = true;
        inFlight.forEach(HttpUriRequestBase::cancel);
        lookups.close();
        if (pool != null) {
            httpClient.close(CloseMode.IMMEDIATE);
        }
    }

    private TransportResponse execute(HttpHost host, AbortableRequest sent, ExchangeContext exchange)
            throws IOException {
        HttpClientContext context = HttpClientContext.create();
        context.setCookieStore(NoCookieStore.INSTANCE);
        context.setRequest(sent); // read by AbortableConnectionOperator
        ClassicHttpResponse response = open(host, sent, context);
        try {
            if (URIScheme.HTTPS.same(host.getSchemeName()) && context.getSSLSession() == null) {
                throw HttpClientFailures.proxyResponse(response.getCode());
            }
            return read(response, sent, exchange);
        } finally {
            // Closes the connection unless it is back in the pool. Only closing the response would read its rest first,
            // which may never end.
            sent.cancel();
            Closer.closeQuietly(response);
        }
    }

    private ClassicHttpResponse open(HttpHost host, AbortableRequest sent, HttpClientContext context)
            throws IOException {
        if (sent.isCancelled()) {
            throw HttpClientFailures.aborted(true);
        }
        lookups.begin(sent);
        try {
            return httpClient.executeOpen(host, sent, context);
        } catch (ErrorWrapper e) {
            throw e.error();
        } catch (IOException | RuntimeException e) {
            throw failure(e, sent, context);
        } catch (Error e) {
            sent.cancel(); // closes the connection, if any
            throw e;
        } finally {
            lookups.end();
        }
    }

    private IOException failure(Exception e, HttpUriRequestBase sent, HttpClientContext context) {
        // HttpClient sets the exchange ID before it requests a connection, and the endpoint before it writes to one.
        EndpointDetails endpoint = context.getEndpointDetails();
        boolean waiting = endpoint == null && (pool != null || context.getExchangeId() != null);
        if (sent.isCancelled()) {
            return HttpClientFailures.aborted(waiting);
        }
        if (endpoint != null && endpoint.getRequestCount() > 1 && pool != null) {
            // A server that closed one idle connection (idle timeout, restart) has probably closed the others too. A
            // retry must not get one of those.
            pool.closeIdle(TimeValue.ZERO_MILLISECONDS);
        }
        return waiting ? failures.beforeSending(e) : HttpClientFailures.afterSending(e);
    }

    private TransportResponse read(ClassicHttpResponse response, HttpUriRequestBase sent, ExchangeContext exchange)
            throws IOException {
        if (response.getCode() < HttpStatus.SC_SUCCESS) {
            throw HttpClientFailures.invalidResponse();
        }
        ResponseSink sink = exchange.responseStarted(response.getCode(), ResponseHeaders.of(response));
        HttpEntity body = response.getEntity();
        if (body != null) {
            byte[] spare = spareBuffers.poll();
            byte[] buffer = spare != null ? spare : new byte[BUFFER_SIZE];
            InputStream in = body.getContent();
            for (int n = next(in, buffer, sent); n >= 0; n = next(in, buffer, sent)) {
                sink.write(buffer, 0, n);
            }
            spareBuffers.offer(buffer);
        }
        if (sent.isCancelled()) {
            throw HttpClientFailures.aborted(false);
        }
        return sink.response();
    }

    private static int next(InputStream in, byte[] buffer, HttpUriRequestBase sent) throws IOException {
        try {
            return in.read(buffer);
        } catch (IOException | RuntimeException e) {
            throw sent.isCancelled() ? HttpClientFailures.aborted(false) : HttpClientFailures.afterSending(e);
        }
    }

    /** Configures a transport: either settings for its own HttpClient, or an external one. Not thread-safe. */
    public static final class Builder {

        private @Nullable TransportSettings settings;
        private @Nullable CloseableHttpClient httpClient;
        private DnsResolver resolver = SystemDefaultDnsResolver.INSTANCE;

        private Builder() {}

        /**
         * Sets the settings of the transport's own HttpClient.
         *
         * @param settings the settings; {@link TransportSettings#defaults()} by default
         * @return this builder
         */
        public Builder settings(TransportSettings settings) {
            this.settings = Objects.requireNonNull(settings, "settings");
            return this;
        }

        /**
         * Uses an external HttpClient with its pool, timeouts, proxy and TLS. It cannot be combined with {@link
         * #settings(TransportSettings)}. The transport never closes it.
         *
         * <p>The transport disables these features for each exchange: redirects, cookies, authentication towards GLPI
         * (authentication towards the client's proxy stays on), {@code Accept-Encoding} and decompression, {@code
         * Expect} and {@code Upgrade}.
         *
         * <p>These features cannot be disabled per exchange and depend on the client:
         *
         * <ul>
         *   <li>By default HttpClient retries a request without a body after status 429 or 503 and after a lost
         *       connection; requests with a body are sent once. Build it with {@code disableAutomaticRetries()}.
         *   <li>It sends {@code Connection: keep-alive} and its default headers, but not its own {@code User-Agent}.
         *   <li>If an abort coincides with the creation of a socket, that socket is closed at the connect timeout.
         *   <li>A proxy's response to {@code CONNECT} is never mistaken for one of GLPI. It is reported as a failure after
         *       sending, as is any other failure of a tunnel.
         *   <li>Truncated headers are accepted, their number is limited by the client's configuration, and the end of a
         *       body is checked less strictly.
         *   <li>Unsolicited bytes on an idle connection may be read as the next response.
         *   <li>An abort does not interrupt the resolution of a host name.
         *   <li>The client's interceptors and strategies apply.
         * </ul>
         *
         * @param httpClient an open client; a wrapper around another client passes on the request and context unchanged
         * @return this builder
         */
        public Builder httpClient(CloseableHttpClient httpClient) {
            this.httpClient = Objects.requireNonNull(httpClient, "httpClient");
            return this;
        }

        /** For tests: resolves host names without a network. */
        Builder resolver(DnsResolver resolver) {
            this.resolver = resolver;
            return this;
        }

        /**
         * Creates the transport.
         *
         * @return a new transport; the caller closes it
         * @throws IllegalStateException if both settings and an external client are set
         * @throws IllegalArgumentException if the settings enable HTTP/2
         */
        public ApacheTransport build() {
            CloseableHttpClient external = httpClient;
            if (external == null) {
                TransportSettings used = settings != null ? settings : TransportSettings.defaults();
                if (used.http2()) {
                    throw new IllegalArgumentException(
                            "the transport 'apache' supports HTTP/1.1 only: disable http2, or"
                                    + " use the transport 'vertx' (glpi-transport-vertx)");
                }
                AbortableDnsResolver lookups = new AbortableDnsResolver(resolver);
                PoolingHttpClientConnectionManager pool = HttpClientFactory.connections(used, lookups);
                return new ApacheTransport(
                        HttpClientFactory.create(used, pool),
                        pool,
                        lookups,
                        HttpClientFactory.exchangeConfig(),
                        new HttpClientFailures(
                                text(used.connectTimeout()), used.proxy().orElse(null)));
            }
            if (settings != null) {
                throw new IllegalStateException("settings(…) cannot be combined with httpClient(…): configure the"
                        + " HttpClient itself, or let the transport create one");
            }
            RequestConfig configured = external instanceof Configurable configurable ? configurable.getConfig() : null;
            return new ApacheTransport(
                    external,
                    null,
                    new AbortableDnsResolver(resolver), // unused: the external client has its own
                    HttpClientFactory.exchangeConfig(
                            configured != null ? RequestConfig.copy(configured) : RequestConfig.custom()),
                    new HttpClientFailures("its connect timeout", null));
        }

        private static String text(Duration timeout) {
            return timeout.toMillis() % 1000 == 0 ? timeout.toSeconds() + " s" : timeout.toMillis() + " ms";
        }
    }
}
