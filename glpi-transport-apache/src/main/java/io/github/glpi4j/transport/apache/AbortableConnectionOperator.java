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
 * Opens connections in a way that an abort ends at any moment.
 *
 * <p>HttpClient's abort closes a socket that its connection already has. One that the connection gets a moment later
 * would go on connecting until the connect timeout, and then be forgotten open. So a socket looks for an abort once the
 * connection has it, and before it connects.
 */
final class AbortableConnectionOperator extends DefaultHttpClientConnectionOperator {

    /** From {@link #onBeforeSocketConnect} to the making of the socket, which is told nothing. */
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
                proxy -> new AbortableSocket(taken(request)),
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

    private static @Nullable HttpRequest taken(ThreadLocal<@Nullable HttpRequest> request) {
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
