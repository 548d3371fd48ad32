package io.github.glpi4j.transport.apache;

import io.github.glpi4j.transport.RequestNotSentException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;

/** Tells the engine's failures in the words that the SPI allows. */
final class Failures {

    private Failures() {}

    /** Any failure before a byte of the request can have left. */
    static IOException beforeSending(Exception e, String where, String connectTimeout) {
        if (e instanceof UnknownHostException) {
            return caused(new UnknownHostException("the name of " + where + " is unknown"), e);
        }
        if (e instanceof ConnectionRequestTimeoutException) {
            return new RequestNotSentException("no connection to " + where + " became free in time", e);
        }
        if (e instanceof SocketTimeoutException) { // also of a TLS handshake
            return caused(new ConnectException("no connection to " + where + " within " + connectTimeout), e);
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return caused(new ConnectException("no connection to " + where + ": " + reason(e)), e);
        }
        if (e instanceof SSLException) {
            return new SSLException("no secure connection to " + where + ": " + reason(e), e);
        }
        return new RequestNotSentException("the request to " + where + " was not sent: " + reason(e), e);
    }

    /** Any failure after which the server may have seen the request, whole or in part. */
    static IOException afterSending(Exception e, String where) {
        if (e instanceof SSLException) {
            return new SSLException("the secure connection to " + where + " failed: " + reason(e), e);
        }
        if (e instanceof SocketTimeoutException) {
            return caused(new SocketTimeoutException(where + " was silent for too long"), e);
        }
        if (e instanceof NoHttpResponseException) {
            return new IOException(where + " closed the connection without an answer", e);
        }
        if (e instanceof MessageConstraintException) {
            return new IOException("status line and headers from " + where + " are longer than allowed", e);
        }
        if (quotesTheAnswer(e)) {
            return notHttp(where);
        }
        return new IOException("the exchange with " + where + " broke: " + reason(e), e);
    }

    /** The failure of an answer that breaks the rules of HTTP. */
    static IOException notHttp(String where) {
        return new IOException(where + " did not answer in valid HTTP");
    }

    /** Some messages of the engine hold text of the answer, which may echo our secrets: not even a cause then. */
    private static boolean quotesTheAnswer(Exception e) {
        return e instanceof ClientProtocolException
                || (e instanceof MalformedChunkCodingException && !(e instanceof TruncatedChunkException));
    }

    /** What the innermost cause says: the engine's own words around it repeat the host. */
    private static String reason(Throwable e) {
        Throwable cause = e.getCause();
        if (cause != null) {
            return reason(cause);
        }
        return e.getMessage() != null ? e.getMessage() : e.getClass().getSimpleName();
    }

    private static IOException caused(IOException e, Exception cause) {
        e.initCause(cause);
        return e;
    }
}
