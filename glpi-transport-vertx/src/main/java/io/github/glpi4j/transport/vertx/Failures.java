package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.RequestNotSentException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Tells the failures of Vert.x and Netty in the words of the JDK. */
final class Failures {

    private static final int DEPTH = 8;

    private Failures() {}

    /** Of a request for which Vert.x found or made no connection: nothing was sent. */
    static IOException connecting(Throwable failure, Origin origin) {
        IOException known = known(failure, origin);
        if (known != null) {
            return known;
        }
        if (failure instanceof TimeoutException) {
            return withCause(
                    new ConnectException("no connection to " + origin + " within the connect timeout"), failure);
        }
        return new RequestNotSentException("no connection to " + origin + said(failure), failure);
    }

    /** Of a request that had its connection. */
    static IOException exchanging(Throwable failure, Origin origin) {
        IOException known = known(failure, origin);
        return known != null ? known : new IOException("no whole answer came from " + origin + said(failure), failure);
    }

    private static @Nullable IOException known(Throwable failure, Origin origin) {
        Throwable inner = failure;
        for (int depth = 0; inner != null && depth < DEPTH; depth++) {
            if (inner instanceof UnknownHostException) {
                return withCause(new UnknownHostException("unknown host " + origin.host()), failure);
            }
            if (inner instanceof ConnectException || inner instanceof NoRouteToHostException) {
                return withCause(new ConnectException("cannot connect to " + origin + said(inner)), failure);
            }
            if (inner instanceof SSLException) {
                return new SSLException("TLS with " + origin + " failed" + said(inner), failure);
            }
            inner = inner.getCause();
        }
        return null;
    }

    private static String said(Throwable failure) {
        // What cannot be parsed is quoted by some of these, and may be anything the server sent.
        boolean quotes = failure instanceof IllegalArgumentException || failure instanceof IllegalStateException;
        String message = quotes ? null : failure.getMessage();
        return ": " + (message == null ? failure.getClass().getSimpleName() : message);
    }

    private static <E extends IOException> E withCause(E exception, Throwable cause) {
        exception.initCause(cause);
        return exception;
    }
}
