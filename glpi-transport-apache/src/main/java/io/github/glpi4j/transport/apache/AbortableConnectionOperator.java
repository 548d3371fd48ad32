package io.github.glpi4j.transport.apache;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections that an abort can end at any moment.
 *
 * <p>HttpClient's abort closes the socket that its connection already holds. A socket created a moment later would
 * connect until the connect timeout and then leak. So each socket checks for an abort before it connects.
 */
final class AbortableConnectionOperator extends DefaultHttpClientConnectionOperator {

    /** Passes the request from {@link #onBeforeSocketConnect} to the socket factory, which has no parameter for it. */
    private final ThreadLocal<@Nullable HttpRequest> request;

    AbortableConnectionOperator(
            @Nullable SchemePortResolver ports, @Nullable DnsResolver names, TlsSocketStrategy tls) {
        this(ports, names, tls, new ThreadLocal<>());
    }

    private AbortableConnectionOperator(
            @Nullable SchemePortResolver ports,
            @Nullable DnsResolver names,
            TlsSocketStrategy tls,
            ThreadLocal<@Nullable HttpRequest> request) {
        super(
                proxy -> new AbortableSocket(take(request)),
                ports,
                names,
                RegistryBuilder.<TlsSocketStrategy>create()
                        .register(URIScheme.HTTPS.id, tls)
                        .build());
        this.request = request;
    }

    @Override
    protected void onBeforeSocketConnect(HttpContext context, HttpHost host) {
        request.set(HttpCoreContext.cast(context).getRequest());
    }

    private static @Nullable HttpRequest take(ThreadLocal<@Nullable HttpRequest> request) {
        HttpRequest taken = request.get();
        request.remove();
        return taken;
    }

    private static final class AbortableSocket extends Socket {

        private final @Nullable HttpRequest request;

        AbortableSocket(@Nullable HttpRequest request) {
            this.request = request;
        }

        @Override
        public void connect(SocketAddress address, int timeout) throws IOException {
            if (request instanceof CancellableDependency cancellable && cancellable.isCancelled()) {
                throw new SocketException("aborted");
            }
            super.connect(address, timeout);
        }
    }
}
