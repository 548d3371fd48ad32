package io.github.glpi4j.transport.apache;

import io.github.glpi4j.transport.HttpProxy;
import java.io.IOException;
import java.net.ConnectException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests through a proxy. Without TLS the peer is the proxy, which gets its credentials with every request. In a
 * TLS tunnel the peer is GLPI, which never gets them.
 *
 * <p>HttpClient itself would return the proxy's refusal as the response, and would wait for the proxy without a limit.
 */
final class ProxyRequestExecutor extends StrictRequestExecutor {

    private final @Nullable String authorization;
    private final Timeout connectTimeout;

    ProxyRequestExecutor(HttpProxy proxy, Timeout connectTimeout) {
        this.authorization = proxy.authorization().orElse(null);
        this.connectTimeout = connectTimeout;
    }

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback callback,
            HttpContext context)
            throws IOException, HttpException {
        if (authorization != null && connection.getSSLSession() == null) {
            request.setHeader(HttpHeaders.PROXY_AUTHORIZATION, authorization);
        }
        if (Method.CONNECT.isSame(request.getMethod())) {
            return openTunnel(request, connection, callback, context);
        }
        connection.setSocketTimeout(Timeout.DISABLED);
        return super.execute(request, connection, callback, context);
    }

    private ClassicHttpResponse openTunnel(
            ClassicHttpRequest connect,
            HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback callback,
            HttpContext context)
            throws IOException {
        connection.setSocketTimeout(connectTimeout); // also for the TLS handshake that follows
        try {
            ClassicHttpResponse response = super.execute(connect, connection, callback, context);
            if (response.getCode() != HttpStatus.SC_OK) {
                throw new ConnectException("the tunnel was refused with status " + response.getCode());
            }
            if (!connection.isOpen()) { // otherwise surplus bytes would be read as GLPI's response
                throw new ConnectException("the response to CONNECT was followed by unexpected bytes");
            }
            return response;
        } catch (ConnectException e) {
            throw e;
        } catch (IOException | HttpException e) {
            throw HttpClientFailures.noTunnel(e);
        } finally {
            HttpCoreContext.cast(context).setEndpointDetails(null); // nothing has been sent to GLPI yet
        }
    }
}
