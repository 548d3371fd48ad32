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

/** Maps exceptions of Vert.x and Netty, for one server, to the failure types of the SPI. */
final class VertxFailures {

    private static final int DEPTH = 8;

    /** Finds the status in Netty's message for a refused tunnel. The rest is sent by the proxy and may quote credentials. */
    private static final Pattern PROXY_STATUS = Pattern.compile("status: ([1-5][0-9][0-9])\\b");

    /** The address at the end of a message is redundant: the library adds the origin. */
    private static final Pattern TRAILING_ADDRESS = Pattern.compile(": \\S*:[0-9]+$");

    /** The message of Vert.x 4.5 and 5.1 for failed TLS handshakes, and for nothing else. */
    private static final String HANDSHAKE_FAILED = "Failed to create SSL connection";

    private static final String DECODER_EXCEPTION = "io.netty.handler.codec.DecoderException";

    private final Origin origin;
    private final @Nullable HttpProxy proxy;

    VertxFailures(Origin origin, @Nullable HttpProxy proxy) {
        this.origin = origin;
        this.proxy = proxy;
    }

    /** Maps a failure to get a connection: nothing was sent. */
    IOException connecting(Throwable failure) {
        IOException known = known(failure);
        if (known != null) {
            return known;
        }
        if (failure instanceof TimeoutException) {
            return withCause(new ConnectException("not within the connect timeout"), failure);
        }
        if (origin.ssl() && failure instanceof IOException) {
            return new SSLException(
                    "the connection failed in the TLS handshake" + withMessage(failure), cause(failure));
        }
        return new RequestNotSentException("no connection to " + origin + withMessage(failure), cause(failure));
    }

    /** Maps a failure on an open connection. It is never an SSLException, which would mean that nothing was sent. */
    IOException exchanging(Throwable failure) {
        IOException known = known(failure);
        if (known instanceof SSLException) {
            return new IOException("TLS failed: " + known.getMessage(), cause(failure));
        }
        return known != null
                ? known
                : new IOException("no complete response came from " + origin + withMessage(failure), cause(failure));
    }

    /** Maps a failure in an unknown phase; only a failed handshake can be recognized, by its message. */
    IOException unknownPhase(Throwable failure) {
        return failure instanceof SSLHandshakeException && HANDSHAKE_FAILED.equals(failure.getMessage())
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
                return proxy == null ? refused(inner, failure) : proxyFailure(proxy, inner);
            }
            if (inner instanceof SSLException) {
                return tls(failure);
            }
            inner = inner.getCause();
        }
        return null;
    }

    /** The root cause names the certificate problem or the handshake timeout. */
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
                new ConnectException(TRAILING_ADDRESS.matcher(text(reason)).replaceFirst("")), failure);
    }

    /** With a proxy only its own name is resolved. */
    private UnknownHostException unknownHost() {
        return new UnknownHostException(proxy == null ? origin.host() : "the proxy " + proxy.host());
    }

    /** Omits the cause and its message, because a proxy may echo the credentials that it received. */
    private static ConnectException proxyFailure(HttpProxy proxy, Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        Matcher status = PROXY_STATUS.matcher(message);
        String where = "the proxy " + proxy.host() + ":" + proxy.port();
        if (status.find()) {
            return new ConnectException(where + " refused the tunnel with status " + status.group(1));
        }
        return new ConnectException(where + " opened no tunnel or is unreachable ("
                + failure.getClass().getSimpleName() + ")");
    }

    private static String withMessage(Throwable failure) {
        return ": " + text(failure);
    }

    /** Some exceptions quote what they could not parse, which may be anything that the server sent. */
    private static String text(Throwable failure) {
        String message = isQuotable(failure) ? failure.getMessage() : null;
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    /** {@return the failure itself, or one with its class name and stack trace if its message may quote the server} */
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

    /** {@return whether the failure is about connections, certificates or time, and so cannot quote the server} */
    private static boolean isQuotable(Throwable failure) {
        if (failure instanceof ConnectException
                || failure instanceof TimeoutException
                || failure instanceof HttpClosedException
                || failure instanceof StreamResetException) {
            return true;
        }
        String name = failure.getClass().getName();
        boolean fromJdk = name.startsWith("java")
                && (failure instanceof IOException || failure instanceof GeneralSecurityException);
        return fromJdk || name.startsWith("io.netty.resolver.") || name.startsWith("io.netty.channel.");
    }

    private static <E extends IOException> E withCause(E exception, Throwable cause) {
        exception.initCause(cause(cause));
        return exception;
    }
}
