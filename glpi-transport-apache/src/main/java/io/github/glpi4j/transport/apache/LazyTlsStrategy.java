package io.github.glpi4j.transport.apache;

import io.github.glpi4j.transport.Tls;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Creates the TLS strategy at the first handshake, because loading the JDK's authorities takes time. */
final class LazyTlsStrategy implements TlsSocketStrategy {

    private final Tls tls;
    private @Nullable TlsSocketStrategy strategy;

    LazyTlsStrategy(Tls tls) {
        this.tls = tls;
    }

    @Override
    public SSLSocket upgrade(
            Socket socket, String host, int port, @Nullable Object attachment, @Nullable HttpContext context)
            throws IOException {
        try {
            return strategy().upgrade(socket, host, port, attachment, context);
        } catch (SSLException | SocketTimeoutException e) {
            throw e;
        } catch (IOException
                | RuntimeException e) { // a broken socket, a failing trust manager, a JDK without a trust store
            throw new SSLException("the TLS handshake failed", e);
        }
    }

    private synchronized TlsSocketStrategy strategy() {
        if (strategy == null) {
            // BOTH: the JDK leaves hostname verification to a custom trust manager, which may not do it. HttpClient's
            // default verifier would load the list of public suffixes.
            strategy = tls.verifiesHostnames()
                    ? new DefaultClientTlsStrategy(
                            tls.sslContext(), HostnameVerificationPolicy.BOTH, new DefaultHostnameVerifier())
                    : new DefaultClientTlsStrategy(
                            tls.sslContext(), HostnameVerificationPolicy.CLIENT, NoopHostnameVerifier.INSTANCE);
        }
        return strategy;
    }
}
