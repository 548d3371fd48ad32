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

/** TLS as the user wants it, made at the first handshake: loading the JDK's authorities takes its time. */
final class LazyTlsStrategy implements TlsSocketStrategy {

    private final Tls tls;
    private @Nullable TlsSocketStrategy made;

    LazyTlsStrategy(Tls tls) {
        this.tls = tls;
    }

    @Override
    public SSLSocket upgrade(
            Socket socket, String host, int port, @Nullable Object attachment, @Nullable HttpContext context)
            throws IOException {
        try {
            return made().upgrade(socket, host, port, attachment, context);
        } catch (SSLException | SocketTimeoutException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // of the socket; of a trust manager, or a JDK without trust store
            throw new SSLException("the TLS handshake broke off", e);
        }
    }

    private synchronized TlsSocketStrategy made() {
        if (made == null) {
            // The JDK leaves the names to a trust manager that may know nothing of them: so both check. HttpClient's
            // own default would load the list of public suffixes.
            made = tls.verifiesHostnames()
                    ? new DefaultClientTlsStrategy(
                            tls.sslContext(), HostnameVerificationPolicy.BOTH, new DefaultHostnameVerifier())
                    : new DefaultClientTlsStrategy(
                            tls.sslContext(), HostnameVerificationPolicy.CLIENT, NoopHostnameVerifier.INSTANCE);
        }
        return made;
    }
}
