package io.github.glpi4j.internal.call;

import io.github.glpi4j.GlpiException;
import io.github.glpi4j.GlpiProtocolException;
import io.github.glpi4j.GlpiTimeoutException;
import io.github.glpi4j.GlpiTransportException;
import io.github.glpi4j.internal.http.CallFailure;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.internal.redaction.Redactor;
import io.github.glpi4j.transport.RequestNotSentException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Says in the library's words why an exchange brought no response.
 *
 * @param status the status of the response if its headers had arrived, or 0
 */
record TransportFailures(String operation, URI origin, Cancellation cancellation, int status, int maxResponseBytes) {

    static TransportFailures of(String operation, ClientExchange exchange, Cancellation cancellation) {
        return new TransportFailures(
                operation, exchange.request().origin(), cancellation, exchange.status(), exchange.maxResponseBytes());
    }

    /**
     * {@return the failure of the call}
     *
     * @param secrets what the request held: engines quote the server, and the server may quote the request
     */
    CallFailure failure(Redactor secrets, Throwable failure) {
        boolean sent = !(failure instanceof ConnectException
                || failure instanceof UnknownHostException
                || failure instanceof SSLException
                || failure instanceof RequestNotSentException);
        Throwable cause = secrets.redact(failure);
        String text = secrets.message(String.valueOf(failure.getMessage()));
        return cancellation
                .aborted()
                .map(reason -> new CallFailure(() -> aborted(reason, sent, text, cause)))
                .orElseGet(() -> new CallFailure(() -> broken(failure, text, sent, cause)));
    }

    private GlpiException aborted(AbortReason reason, boolean sent, String text, @Nullable Throwable cause) {
        return switch (reason) {
            case DEADLINE -> status == 0 ? late(sent, text, cause) : stalled(cause);
            case CANCELLED -> ended("cancelled", sent, cause);
            case INTERRUPTED -> ended("the waiting thread was interrupted", sent, cause);
            case CLOSED -> ended("the client was closed during the call", sent, cause);
            case TOO_LARGE ->
                new GlpiProtocolException(
                        operation,
                        status,
                        null,
                        "",
                        "an answer of more than " + maxResponseBytes + " bytes",
                        "Ask for less at a time, or raise maxResponseBytes",
                        cause);
        };
    }

    private GlpiTransportException ended(String how, boolean sent, @Nullable Throwable cause) {
        return new GlpiTransportException(operation, how, sent, sent ? leftBehind() : null, cause);
    }

    /** A session whose token never arrived cannot be ended. */
    private @Nullable String leftBehind() {
        return operation.equals(Operation.INIT_SESSION)
                ? "GLPI may have opened a session. Its token did not arrive, so it lasts until GLPI's session lifetime"
                        + " is over"
                : null;
    }

    private GlpiTimeoutException late(boolean sent, String text, @Nullable Throwable cause) {
        TimeLimit limit = cancellation.limit();
        return sent
                ? new GlpiTimeoutException(
                        operation,
                        "no complete response " + limit,
                        true,
                        "GLPI or what it waits for (LDAP, its database) is slow; or a firewall drops the connection"
                                + (leftBehind() == null ? "" : ". " + leftBehind()),
                        cause)
                : new GlpiTimeoutException(
                        operation,
                        "not sent " + limit + ": " + text,
                        false,
                        "The call timed out before it was sent. If it was waiting for a connection, make fewer concurrent calls"
                                + " or raise maxConnections",
                        cause);
    }

    /** The headers had come, so GLPI was quick enough; it is the rest that did not. */
    private GlpiTimeoutException stalled(@Nullable Throwable cause) {
        return new GlpiTimeoutException(
                operation,
                "the response began with status " + status + ", but did not arrive completely " + cancellation.limit(),
                true,
                "The network between here and GLPI drops or delays data, such as large packets (MTU) in a VPN, or a proxy"
                        + " holds the response back; or the response is too large for this time",
                cause);
    }

    private GlpiTransportException broken(Throwable failure, String text, boolean sent, @Nullable Throwable cause) {
        if (failure instanceof ConnectException) {
            return new GlpiTransportException(
                    operation,
                    "no connection to " + origin + " (" + text + ")",
                    sent,
                    "Base URL: check host and port, that the server runs, and that no firewall is in between",
                    cause);
        }
        if (failure instanceof UnknownHostException) {
            return new GlpiTransportException(
                    operation,
                    "the host of " + origin + " is not known",
                    sent,
                    "Base URL: check the host's name, and this machine's DNS",
                    cause);
        }
        if (failure instanceof SSLException) {
            return new GlpiTransportException(
                    operation,
                    "no trusted TLS connection to " + origin + " (" + text + ")",
                    sent,
                    "Base URL or TLS: the server's certificate is expired, for another host or from an unknown authority,"
                            + " or the server does not speak TLS on this port. A company's own authority goes into"
                            + " Tls.trustingPem(…) in the transport settings, or into the JDK's trust store",
                    cause);
        }
        if (failure instanceof SocketTimeoutException) {
            return new GlpiTimeoutException(
                    operation,
                    "no answer in the transport's own time: " + text,
                    sent,
                    sent ? leftBehind() : null,
                    cause);
        }
        return new GlpiTransportException(
                operation,
                (sent ? "no complete response from " : "not sent to ") + origin + ": " + text,
                sent,
                sent ? leftBehind() : null,
                cause);
    }
}
