package io.github.glpi4j.transport.apache;

import io.github.glpi4j.transport.HttpProxy;
import io.github.glpi4j.transport.RequestNotSentException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.jspecify.annotations.Nullable;

/** Maps HttpClient exceptions to the failure types of the SPI. The library adds the origin to the message. */
final class HttpClientFailures {

    private final String connectTimeout;
    private final @Nullable HttpProxy proxy;

    HttpClientFailures(String connectTimeout, @Nullable HttpProxy proxy) {
        this.connectTimeout = connectTimeout;
        this.proxy = proxy;
    }

    /** Maps a failure before any byte of the request can have been sent. */
    IOException beforeSending(Exception e) {
        if (e instanceof UnknownHostException) {
            return proxy == null
                    ? caused(new UnknownHostException(reason(e)), e)
                    : noConnection("unknown host: " + reason(e), e);
        }
        if (e instanceof ConnectionRequestTimeoutException) {
            return new RequestNotSentException("no connection became free in time", e);
        }
        if (e instanceof SocketTimeoutException) { // includes the TLS handshake
            return noConnection("not within " + connectTimeout, e);
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return noConnection(reason(e), e);
        }
        if (e instanceof SSLException) {
            return new SSLException(reason(e), e);
        }
        return new RequestNotSentException(reason(e), e);
    }

    /** Maps a failure to open a tunnel through a proxy. */
    static ConnectException noTunnel(Exception e) {
        return new ConnectException("the tunnel failed: " + afterSending(e).getMessage());
    }

    /** Maps a proxy's response that arrived in place of a tunnel. */
    static IOException proxyResponse(int status) {
        return new IOException("the proxy refused the tunnel with status " + status);
    }

    /** Maps a failure after which the server may have received the request, in full or in part. */
    static IOException afterSending(Exception e) {
        if (e instanceof SSLException) { // an SSLException would mean that nothing was sent
            return new IOException("TLS failed: " + reason(e), e);
        }
        if (e instanceof SocketTimeoutException) {
            return caused(new SocketTimeoutException("read timed out"), e);
        }
        if (e instanceof NoHttpResponseException) {
            return new IOException("the connection was closed without a response", e);
        }
        if (e instanceof MessageConstraintException) {
            return new IOException("status line and headers exceed the limit", e);
        }
        if (quotesResponse(e)) {
            return invalidResponse();
        }
        return new IOException("the exchange failed: " + reason(e), e);
    }

    /** {@return the failure of an aborted exchange, whatever HttpClient reported} */
    static IOException aborted(boolean beforeSending) {
        return beforeSending
                ? new RequestNotSentException("aborted before the request was sent")
                : new IOException("aborted before the response was complete");
    }

    /** {@return the failure for a response that is not valid HTTP} */
    static IOException invalidResponse() {
        return new IOException("the response is not valid HTTP");
    }

    private ConnectException noConnection(String reason, Exception cause) {
        String prefix = proxy == null ? "" : "the proxy " + proxy.host() + ":" + proxy.port() + ": ";
        return caused(new ConnectException(prefix + reason), cause);
    }

    /** Some exceptions quote the response, which may echo secrets. These are not even kept as a cause. */
    private static boolean quotesResponse(Exception e) {
        return e instanceof HttpException
                || e instanceof ClientProtocolException
                || e instanceof IllegalArgumentException // such as a NumberFormatException
                || (e instanceof MalformedChunkCodingException && !(e instanceof TruncatedChunkException));
    }

    /** {@return the message of the root cause; the exceptions around it only repeat the host} */
    private static String reason(Throwable e) {
        Throwable cause = e.getCause();
        if (cause != null) {
            return reason(cause);
        }
        // The message of a FileSystemException is only the path.
        return e.getMessage() == null || e instanceof FileSystemException ? e.toString() : e.getMessage();
    }

    private static <T extends IOException> T caused(T e, Exception cause) {
        e.initCause(cause);
        return e;
    }
}
