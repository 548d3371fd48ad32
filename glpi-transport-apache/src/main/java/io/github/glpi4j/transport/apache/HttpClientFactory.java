package io.github.glpi4j.transport.apache;

import io.github.glpi4j.transport.HttpProxy;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.cookie.StandardCookieSpec;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HeaderElements;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Creates HttpClient with every feature disabled that the library implements itself or that must not happen. */
final class HttpClientFactory {

    /** The library ends waits with an abort. HttpClient's default is 3 minutes, and 0 would mean not to wait at all. */
    private static final Timeout NO_TIMEOUT = Timeout.ofDays(365);

    private HttpClientFactory() {}

    /** Creates a client; it starts no thread. */
    static CloseableHttpClient create(TransportSettings settings, PoolingHttpClientConnectionManager connections) {
        HttpClientBuilder builder = HttpClientBuilder.create()
                .setConnectionManager(connections)
                .addRequestInterceptorLast((request, body, context) -> dropKeepAlive(request))
                .disableDefaultUserAgent()
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableConnectionState()
                // Unused, but HttpClient's default would load the list of public suffixes.
                .setDefaultCookieSpecRegistry(name -> null)
                .setRequestExecutor(new StrictRequestExecutor());
        if (settings.proxy().isEmpty()) {
            // Not with a proxy, which may need the absolute URI in place of the path.
            return builder.addExecInterceptorBefore(
                            ChainElement.PROTOCOL.name(), "glpi4j-hide-path", HttpClientFactory::hidePath)
                    .addExecInterceptorAfter(
                            ChainElement.PROTOCOL.name(), "glpi4j-restore-path", HttpClientFactory::restorePath)
                    .build();
        }
        HttpProxy proxy = settings.proxy().get();
        return builder.setProxy(host(URIScheme.HTTP.id, proxy.host(), proxy.port()))
                .setRequestExecutor(new ProxyRequestExecutor(proxy, Timeout.of(settings.connectTimeout())))
                .build();
    }

    /** Strips the brackets of an IPv6 address: HttpClient would resolve the name including them. */
    static HttpHost host(String scheme, String host, int port) {
        return new HttpHost(scheme, host.startsWith("[") ? host.substring(1, host.length() - 1) : host, port);
    }

    /**
     * Hides the path from HttpClient, which parses it to find cached credentials. There are none, and parsing would
     * account for a fifth of what an exchange allocates.
     */
    private static ClassicHttpResponse hidePath(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        request.setPath("");
        return chain.proceed(request, scope);
    }

    private static ClassicHttpResponse restorePath(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        request.setPath(scope.originalRequest.getPath());
        return chain.proceed(request, scope);
    }

    /** Disables per request what an external client may have enabled; its timeouts and proxy stay. */
    static RequestConfig exchangeConfig(RequestConfig.Builder base) {
        return base.setRedirectsEnabled(false)
                .setTargetPreferredAuthSchemes(List.of())
                .setCookieSpec(StandardCookieSpec.IGNORE)
                .setContentCompressionEnabled(false)
                .setExpectContinueEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build();
    }

    /** The same for a client of ours, which waits for a connection until the library aborts. */
    static RequestConfig exchangeConfig() {
        return exchangeConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(NO_TIMEOUT)
                .setAuthenticationEnabled(false)); // ProxyRequestExecutor authenticates
    }

    /** Creates the connection pool of a client of ours. */
    static PoolingHttpClientConnectionManager connections(TransportSettings settings, DnsResolver resolver) {
        return new PoolBuilder()
                .setConnectionFactory(ignored -> new StrictConnection(settings.maxHeaderBytes()))
                .setMaxConnTotal(settings.maxConnections())
                .setMaxConnPerRoute(settings.maxConnections())
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.STRICT)
                .setConnPoolPolicy(PoolReusePolicy.LIFO)
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(Timeout.DISABLED).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setSocketTimeout(Timeout.DISABLED)
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS) // always
                        .build())
                .setDnsResolver(resolver)
                .setTlsSocketStrategy(new LazyTlsStrategy(settings.tls()))
                .build();
    }

    private static final class PoolBuilder extends PoolingHttpClientConnectionManagerBuilder {

        @Override
        protected HttpClientConnectionOperator createConnectionOperator(
                SchemePortResolver ports, DnsResolver names, TlsSocketStrategy tls) {
            return new AbortableConnectionOperator(ports, names, tls);
        }
    }

    /** HTTP/1.1 connections are persistent by default. */
    private static void dropKeepAlive(HttpRequest request) {
        if (request.countHeaders(HttpHeaders.CONNECTION) == 1
                && HeaderElements.KEEP_ALIVE.equals(
                        request.getFirstHeader(HttpHeaders.CONNECTION).getValue())) {
            request.removeHeaders(HttpHeaders.CONNECTION);
        }
    }
}
