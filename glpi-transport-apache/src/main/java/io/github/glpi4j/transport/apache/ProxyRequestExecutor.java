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
 * Sends requests when a proxy is on the way. Without TLS the other end of a connection is the proxy: it gets its
 * credentials with every request. Within TLS it is GLPI, which never does.
 *
 * <p>HttpClient would take a refused tunnel for the answer, and wait for the proxy for ever.
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
        connection.setSocketTimeout(connectTimeout); // and for the TLS handshake to come
        try {
            ClassicHttpResponse answer = super.execute(connect, connection, callback, context);
            if (answer.getCode() != HttpStatus.SC_OK) {
                throw new ConnectException("no tunnel, but status " + answer.getCode());
            }
            if (!connection.isOpen()) { // or what the proxy added would be read as GLPI's answer
                throw new ConnectException("no tunnel, but more than an answer");
            }
            return answer;
        } catch (ConnectException e) {
            throw e;
        } catch (IOException | HttpException e) {
            throw HttpClientFailures.noTunnel(e);
        } finally {
            HttpCoreContext.cast(context).setEndpointDetails(null); // nothing was sent to GLPI yet
        }
    }
}
