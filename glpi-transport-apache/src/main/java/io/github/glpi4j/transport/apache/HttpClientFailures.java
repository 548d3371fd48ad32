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

/** Tells the engine's failures in the words that the SPI allows. The library says whom it wanted to reach. */
final class HttpClientFailures {

    private final String connectTimeout;
    private final @Nullable HttpProxy proxy;

    HttpClientFailures(String connectTimeout, @Nullable HttpProxy proxy) {
        this.connectTimeout = connectTimeout;
        this.proxy = proxy;
    }

    /** Any failure before a byte of the request can have left. */
    IOException beforeSending(Exception e) {
        if (e instanceof UnknownHostException) {
            return proxy == null
                    ? caused(new UnknownHostException(reason(e)), e)
                    : noConnection("its name is unknown: " + reason(e), e);
        }
        if (e instanceof ConnectionRequestTimeoutException) {
            return new RequestNotSentException("no connection became free in time", e);
        }
        if (e instanceof SocketTimeoutException) { // also of a TLS handshake
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

    /** What keeps a proxy from opening a tunnel, before it is known whether somebody still wants one. */
    static ConnectException noTunnel(Exception e) {
        return new ConnectException("no tunnel: " + afterSending(e).getMessage());
    }

    /** An answer that the proxy gave where a tunnel should be. */
    static IOException answerOfTheProxy(int status) {
        return new IOException("the proxy opened no tunnel, but answered with status " + status);
    }

    /** Any failure after which the server may have seen the request, whole or in part. */
    static IOException afterSending(Exception e) {
        if (e instanceof SSLException) { // an SSLException would say that nothing was sent
            return new IOException("TLS broke: " + reason(e), e);
        }
        if (e instanceof SocketTimeoutException) {
            return caused(new SocketTimeoutException("silence for too long"), e);
        }
        if (e instanceof NoHttpResponseException) {
            return new IOException("the connection was closed without an answer", e);
        }
        if (e instanceof MessageConstraintException) {
            return new IOException("status line and headers are longer than allowed", e);
        }
        if (quotesTheAnswer(e)) {
            return notHttp();
        }
        return new IOException("the exchange broke: " + reason(e), e);
    }

    /** The failure of an exchange that was aborted, whatever the engine made of that. */
    static IOException aborted(boolean beforeSending) {
        return beforeSending
                ? new RequestNotSentException("aborted before the request was sent")
                : new IOException("aborted before the answer was whole");
    }

    /** The failure of an answer that breaks the rules of HTTP. */
    static IOException notHttp() {
        return new IOException("the answer is not valid HTTP");
    }

    private ConnectException noConnection(String reason, Exception cause) {
        String whose = proxy == null ? "" : "the proxy " + proxy.host() + ":" + proxy.port() + ": ";
        return caused(new ConnectException(whose + reason), cause);
    }

    /** Some messages of the engine hold text of the answer, which may echo our secrets: not even a cause then. */
    private static boolean quotesTheAnswer(Exception e) {
        return e instanceof HttpException
                || e instanceof ClientProtocolException
                || e instanceof IllegalArgumentException // of a number, for one
                || (e instanceof MalformedChunkCodingException && !(e instanceof TruncatedChunkException));
    }

    /** What the innermost cause says: the engine's own words around it repeat the host. */
    private static String reason(Throwable e) {
        Throwable cause = e.getCause();
        if (cause != null) {
            return reason(cause);
        }
        // A FileSystemException's message is but the file.
        return e.getMessage() == null || e instanceof FileSystemException ? e.toString() : e.getMessage();
    }

    private static <T extends IOException> T caused(T e, Exception cause) {
        e.initCause(cause);
        return e;
    }
}
