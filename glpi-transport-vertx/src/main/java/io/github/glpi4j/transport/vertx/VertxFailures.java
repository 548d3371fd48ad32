package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.HttpProxy;
import io.github.glpi4j.transport.RequestNotSentException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Tells the failures of Vert.x and Netty, on the way to one server, in the words of the JDK. */
final class VertxFailures {

    private static final int DEPTH = 8;

    /** Of Netty's message for a refused tunnel; what follows is the proxy's, who may quote its credentials. */
    private static final Pattern PROXY_STATUS = Pattern.compile("status: ([1-5][0-9][0-9])\\b");

    /** Whoever shows the message says where to. */
    private static final Pattern ADDRESS_AT_THE_END = Pattern.compile(": \\S*:[0-9]+$");

    /** What Vert.x 4.5 and 5.1 say of every TLS handshake that fails, and of nothing else. */
    private static final String NO_HANDSHAKE = "Failed to create SSL connection";

    private static final String DECODER_EXCEPTION = "io.netty.handler.codec.DecoderException";

    private final Origin origin;
    private final @Nullable HttpProxy proxy;

    VertxFailures(Origin origin, @Nullable HttpProxy proxy) {
        this.origin = origin;
        this.proxy = proxy;
    }

    /** Of a request for which Vert.x found or made no connection: nothing was sent. */
    IOException connecting(Throwable failure) {
        IOException known = known(failure);
        if (known != null) {
            return known;
        }
        if (failure instanceof TimeoutException) {
            return withCause(new ConnectException("not within the connect timeout"), failure);
        }
        if (origin.ssl() && failure instanceof IOException) {
            return new SSLException("the connection broke in the TLS handshake" + said(failure), cause(failure));
        }
        return new RequestNotSentException("no connection to " + origin + said(failure), cause(failure));
    }

    /** Of a request that had its connection: an SSLException would say that it was not sent. */
    IOException exchanging(Throwable failure) {
        IOException known = known(failure);
        if (known instanceof SSLException) {
            return new IOException("TLS broke: " + known.getMessage(), cause(failure));
        }
        return known != null
                ? known
                : new IOException("no complete response came from " + origin + said(failure), cause(failure));
    }

    /** Of a request of which it is not told whether it had a connection, but by the words for a failed handshake. */
    IOException anywhere(Throwable failure) {
        return failure instanceof SSLHandshakeException && NO_HANDSHAKE.equals(failure.getMessage())
                ? connecting(failure)
                : exchanging(failure);
    }

    private @Nullable IOException known(Throwable failure) {
        Throwable inner = failure;
        for (int depth = 0; inner != null && depth < DEPTH; depth++) {
            if (inner instanceof UnknownHostException) {
                return withCause(unknownHost(), failure);
            }
            if (inner instanceof ConnectException || inner instanceof NoRouteToHostException) {
                return proxy == null ? refused(inner, failure) : byProxy(proxy, inner);
            }
            if (inner instanceof SSLException) {
                return tls(failure);
            }
            inner = inner.getCause();
        }
        return null;
    }

    /** What went wrong with a certificate is said by the innermost; also that it took too long. */
    private static IOException tls(Throwable failure) {
        Throwable inner = failure;
        for (int depth = 0; inner.getCause() != null && depth < DEPTH; depth++) {
            inner = inner.getCause();
        }
        return inner.getClass().getSimpleName().equals("SslHandshakeTimeoutException")
                ? withCause(new ConnectException("no TLS handshake within the connect timeout"), failure)
                : new SSLException(text(inner), cause(failure));
    }

    private static ConnectException refused(Throwable reason, Throwable failure) {
        return withCause(
                new ConnectException(ADDRESS_AT_THE_END.matcher(text(reason)).replaceFirst("")), failure);
    }

    /** Who goes by a proxy looks up no other name. */
    private UnknownHostException unknownHost() {
        return new UnknownHostException(proxy == null ? origin.host() : "the proxy " + proxy.host());
    }

    /** Without cause and the engine's message, for a proxy may answer with the credentials it was sent. */
    private static ConnectException byProxy(HttpProxy proxy, Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        Matcher status = PROXY_STATUS.matcher(message);
        String where = "the proxy " + proxy.host() + ":" + proxy.port();
        if (status.find()) {
            return new ConnectException(where + " refused the tunnel with status " + status.group(1));
        }
        return new ConnectException(where + " opened no tunnel, or cannot be reached ("
                + failure.getClass().getSimpleName() + ")");
    }

    private static String said(Throwable failure) {
        return ": " + text(failure);
    }

    /** What cannot be parsed is quoted by some of these, and may be anything that the server sent. */
    private static String text(Throwable failure) {
        String message = isQuotable(failure) ? failure.getMessage() : null;
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    /** The same failure, or one that tells its class and where it came from, but not what it quotes. */
    private static Throwable cause(Throwable failure) {
        Throwable inner = failure;
        for (int depth = 0; inner != null && depth < DEPTH; depth++) {
            // The message of a DecoderException is that of its cause.
            boolean wraps = inner.getClass().getName().equals(DECODER_EXCEPTION) && inner.getCause() != null;
            if (!wraps && !isQuotable(inner)) {
                break;
            }
            inner = inner.getCause();
        }
        if (inner == null) {
            return failure;
        }
        IOException silent = new IOException(failure.getClass().getName());
        silent.setStackTrace(failure.getStackTrace());
        return silent;
    }

    /** Of connections, certificates and time: none of these says what the server sent. */
    private static boolean isQuotable(Throwable failure) {
        if (failure instanceof ConnectException
                || failure instanceof TimeoutException
                || failure instanceof HttpClosedException
                || failure instanceof StreamResetException) {
            return true;
        }
        String name = failure.getClass().getName();
        boolean ofTheJdk = name.startsWith("java")
                && (failure instanceof IOException || failure instanceof GeneralSecurityException);
        return ofTheJdk || name.startsWith("io.netty.resolver.") || name.startsWith("io.netty.channel.");
    }

    private static <E extends IOException> E withCause(E exception, Throwable cause) {
        exception.initCause(cause(cause));
        return exception;
    }
}
