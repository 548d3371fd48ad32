package io.github.glpi4j.transport.apache;

import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
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
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.FormattedHeader;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.CharArrayBuffer;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/**
 * A blocking transport on Apache HttpClient 5, speaking HTTP/1.1.
 *
 * <p>It sends a request as it is: the target byte for byte, the headers in their order, then {@code Host} and, if there
 * is or would be a body, {@code Content-Length}; nothing else. Redirects, retries, cookies, authentication and
 * decompression of the engine are off. It takes no proxy from system properties or the environment, but for the JDK's own
 * {@code socksProxyHost}.
 *
 * <p>An exchange runs on its caller's thread, virtual threads included. Only host names are looked up on other threads,
 * a few daemon threads that end when idle. The transport has no time limit of its own but the connect timeout, which
 * counts anew for each address of a host, for a proxy's tunnel and for the TLS handshake: a wait for a name, for a
 * connection or for the answer ends by an abort. Instances are thread-safe.
 */
public final class ApacheTransport implements BlockingTransport {

    private static final URI NO_URI = URI.create("/");
    private static final int BUFFER_SIZE = 16 * 1024;
    private static final int SPARE_BUFFERS = 20;

    private final CloseableHttpClient engine;

    /** Of an engine of our own; none for a lent one. */
    private final @Nullable PoolingHttpClientConnectionManager pool;

    private final AbortableDnsResolver lookups;
    private final RequestConfig config;
    private final HttpClientFailures failures;
    private final Set<HttpUriRequestBase> inFlight = ConcurrentHashMap.newKeySet();

    /** What exchanges read with, for the next ones: a buffer is more than all else that an exchange allocates. */
    private final Queue<byte[]> spareBuffers = new ArrayBlockingQueue<>(SPARE_BUFFERS);

    private volatile boolean closed;

    private ApacheTransport(
            CloseableHttpClient engine,
            @Nullable PoolingHttpClientConnectionManager pool,
            AbortableDnsResolver lookups,
            RequestConfig config,
            HttpClientFailures failures) {
        this.engine = engine;
        this.pool = pool;
        this.lookups = lookups;
        this.config = config;
        this.failures = failures;
    }

    /**
     * A transport with default settings and an engine of its own.
     *
     * @return a transport to close
     */
    public static ApacheTransport create() {
        return builder().build();
    }

    /**
     * A transport with an engine of its own.
     *
     * @param settings all but HTTP/2 are honoured
     * @return a transport to close
     * @throws IllegalArgumentException when they want HTTP/2
     */
    public static ApacheTransport create(TransportSettings settings) {
        return builder().settings(settings).build();
    }

    /**
     * Starts a transport.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        EngineRequest sent = engineRequest(request, exchange);
        inFlight.add(sent);
        try {
            if (closed) {
                throw new RequestNotSentException("the transport is closed");
            }
            exchange.onAbort(sent::cancel);
            HttpHost host = HttpClientFactory.host(request.origin().getScheme(), request.host(), request.port());
            return answer(host, sent, exchange);
        } finally {
            inFlight.remove(sent);
        }
    }

    /**
     * Closes every connection that the transport made, at once, and makes exchanges in flight fail; a lent engine stays
     * open. Later exchanges fail with a {@link RequestNotSentException}.
     */
    @Override
    public void close() {
        closed = true;
        inFlight.forEach(HttpUriRequestBase::cancel);
        lookups.close();
        if (pool != null) {
            engine.close(CloseMode.IMMEDIATE);
        }
    }

    private TransportResponse answer(HttpHost host, EngineRequest sent, ExchangeContext exchange) throws IOException {
        HttpClientContext context = HttpClientContext.create();
        context.setCookieStore(NoCookieStore.INSTANCE);
        context.setRequest(sent); // for AbortableConnectionOperator
        ClassicHttpResponse answer = open(host, sent, context);
        try {
            if (URIScheme.HTTPS.same(host.getSchemeName()) && context.getSSLSession() == null) {
                throw HttpClientFailures.answerOfTheProxy(answer.getCode());
            }
            return read(answer, sent, exchange);
        } finally {
            // A connection that is not back in the pool is closed: closing the answer would read on, maybe for ever.
            sent.cancel();
            Closer.closeQuietly(answer);
        }
    }

    private ClassicHttpResponse open(HttpHost host, EngineRequest sent, HttpClientContext context) throws IOException {
        if (sent.isCancelled()) {
            throw HttpClientFailures.aborted(true);
        }
        lookups.begin(sent);
        try {
            return engine.executeOpen(host, sent, context);
        } catch (ErrorWrapper e) {
            throw e.error();
        } catch (IOException | RuntimeException e) {
            throw failure(e, sent, context);
        } catch (Error e) {
            sent.cancel(); // which closes the connection, if there is one
            throw e;
        } finally {
            lookups.end();
        }
    }

    private IOException failure(Exception e, HttpUriRequestBase sent, HttpClientContext context) {
        // The engine notes the exchange before it asks for a connection, and the endpoint before it writes to one.
        EndpointDetails endpoint = context.getEndpointDetails();
        boolean waiting = endpoint == null && (pool != null || context.getExchangeId() != null);
        if (sent.isCancelled()) {
            return HttpClientFailures.aborted(waiting);
        }
        if (endpoint != null && endpoint.getRequestCount() > 1 && pool != null) {
            // A server that has closed one idle connection, for being idle or for a restart, has closed the others too:
            // a repetition of the request must not meet the next one.
            pool.closeIdle(TimeValue.ZERO_MILLISECONDS);
        }
        return waiting ? failures.beforeSending(e) : HttpClientFailures.afterSending(e);
    }

    private TransportResponse read(ClassicHttpResponse answer, HttpUriRequestBase sent, ExchangeContext exchange)
            throws IOException {
        if (answer.getCode() < HttpStatus.SC_SUCCESS) {
            throw HttpClientFailures.notHttp();
        }
        ResponseSink target = exchange.responseStarted(answer.getCode(), headersOf(answer));
        HttpEntity body = answer.getEntity();
        if (body != null) {
            byte[] spare = spareBuffers.poll();
            byte[] buffer = spare != null ? spare : new byte[BUFFER_SIZE];
            InputStream in = body.getContent();
            for (int n = next(in, buffer, sent); n >= 0; n = next(in, buffer, sent)) {
                target.write(buffer, 0, n);
            }
            spareBuffers.offer(buffer);
        }
        if (sent.isCancelled()) {
            throw HttpClientFailures.aborted(false);
        }
        return target.response();
    }

    private static int next(InputStream in, byte[] buffer, HttpUriRequestBase sent) throws IOException {
        try {
            return in.read(buffer);
        } catch (IOException | RuntimeException e) {
            throw sent.isCancelled() ? HttpClientFailures.aborted(false) : HttpClientFailures.afterSending(e);
        }
    }

    private EngineRequest engineRequest(TransportRequest request, ExchangeContext exchange) {
        EngineRequest made = new EngineRequest(request.method());
        made.setPath(request.target()); // as it is, where a URI would be taken apart and put together again
        made.setConfig(config);
        request.headers().forEach(made::addHeader);
        if (request.body().length() > 0) {
            made.setEntity(new RequestBodyEntity(request.body(), exchange));
        }
        return made;
    }

    private static Headers headersOf(ClassicHttpResponse answer) throws IOException {
        Headers.Builder headers = Headers.builder();
        try {
            for (Header header : answer.getHeaders()) {
                headers.add(header.getName(), valueOf(header));
            }
        } catch (IllegalArgumentException e) {
            throw HttpClientFailures.notHttp();
        }
        return headers.build();
    }

    /** The engine copies a value three times to replace control characters, of which there are none. */
    private static String valueOf(Header header) {
        if (header instanceof FormattedHeader line) {
            CharArrayBuffer chars = line.getBuffer();
            String value = chars.substringTrimmed(line.getValuePos(), chars.length());
            if (!hasControls(value)) {
                return value;
            }
        }
        return header.getValue();
    }

    private static boolean hasControls(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ') {
                return true;
            }
        }
        return false;
    }

    /**
     * A request that gives up, too, when the engine has a connection for it only after {@link #close()}: that cancels one
     * exchange after another, and the connections that come free by it must not serve those that still wait.
     */
    private final class EngineRequest extends HttpUriRequestBase implements AbortableDnsResolver.Waiting {

        private static final long serialVersionUID = 1L;

        private transient volatile @Nullable Runnable wait;

        EngineRequest(String method) {
            super(method, NO_URI);
        }

        @Override
        public void setDependency(Cancellable dependency) {
            super.setDependency(dependency);
            if (closed) {
                cancel();
            }
        }

        @Override
        public void onAbort(Runnable endWait) {
            wait = endWait;
            if (isCancelled()) {
                endWait.run();
            }
        }

        @Override
        public boolean cancel() {
            boolean first = cancelNow();
            Runnable endWait = wait;
            if (endWait != null) {
                endWait.run();
            }
            return first;
        }

        private boolean cancelNow() {
            try {
                return super.cancel();
            } catch (IllegalStateException e) {
                return true; // The exchange gave its connection back at the same moment, which the pool objects to.
            }
        }
    }

    /** Says which engine a transport uses: one of its own with these settings, or a lent one. Not thread-safe. */
    public static final class Builder {

        private @Nullable TransportSettings settings;
        private @Nullable CloseableHttpClient httpClient;
        private DnsResolver resolver = SystemDefaultDnsResolver.INSTANCE;

        private Builder() {}

        /**
         * Settings for an engine that the transport makes itself.
         *
         * @param settings instead of {@link TransportSettings#defaults()}
         * @return this builder
         */
        public Builder settings(TransportSettings settings) {
            this.settings = Objects.requireNonNull(settings, "settings");
            return this;
        }

        /**
         * Lends an engine, with its pool, timeouts, proxy and TLS; {@link #settings(TransportSettings)} are then not
         * possible. The transport never closes it.
         *
         * <p>Switched off for each exchange: redirects, cookies, authentication towards GLPI (towards the engine's proxy
         * it stays), {@code Accept-Encoding} and decompression, {@code Expect} and {@code Upgrade}.
         *
         * <p>What cannot be switched off from outside is up to you:
         *
         * <ul>
         *   <li>By default HttpClient repeats a request without a body after 429, 503 or a connection that died; one with
         *       a body it sends once here. Build it with {@code disableAutomaticRetries()}.
         *   <li>It sends {@code Connection: keep-alive}, and its default headers if it has any. Its {@code User-Agent} it
         *       leaves out, since there is one.
         *   <li>An abort in the very moment when it makes a socket ends with its connect timeout.
         *   <li>The answer of its proxy to {@code CONNECT} is never taken for one of GLPI, but is told like a failure after
         *       sending, as is whatever goes wrong with a tunnel.
         *   <li>It takes headers that break off for whole, allows as many as it is configured to, and is less strict about
         *       where a body ends.
         *   <li>Bytes that the server sends unasked on an idle connection may become the next answer.
         *   <li>Its look-ups of host names do not end by an abort.
         *   <li>Its interceptors and strategies apply.
         * </ul>
         *
         * @param httpClient an open client, passing on the request and the context it is called with if it wraps another
         * @return this builder
         */
        public Builder httpClient(CloseableHttpClient httpClient) {
            this.httpClient = Objects.requireNonNull(httpClient, "httpClient");
            return this;
        }

        /** For tests, that no look-up leaves the machine. */
        Builder resolver(DnsResolver resolver) {
            this.resolver = resolver;
            return this;
        }

        /**
         * Makes the transport.
         *
         * @return a transport to close
         * @throws IllegalStateException when there are both settings and a lent engine, which has its own
         * @throws IllegalArgumentException when the settings want HTTP/2
         */
        public ApacheTransport build() {
            CloseableHttpClient mine = httpClient;
            if (mine == null) {
                TransportSettings used = settings != null ? settings : TransportSettings.defaults();
                if (used.http2()) {
                    throw new IllegalArgumentException(
                            "the transport 'apache' speaks HTTP/1.1 only: leave http2 out, or"
                                    + " take the transport 'vertx' (glpi-transport-vertx)");
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
                throw new IllegalStateException("settings cannot be applied to an HttpClient that is already built:"
                        + " configure it instead, or leave it out");
            }
            RequestConfig own = mine instanceof Configurable configurable ? configurable.getConfig() : null;
            return new ApacheTransport(
                    mine,
                    null,
                    new AbortableDnsResolver(resolver), // not used
                    HttpClientFactory.exchangeConfig(own != null ? RequestConfig.copy(own) : RequestConfig.custom()),
                    new HttpClientFailures("its connect timeout", null));
        }

        private static String text(Duration timeout) {
            return timeout.toMillis() % 1000 == 0 ? timeout.toSeconds() + " s" : timeout.toMillis() + " ms";
        }
    }
}
