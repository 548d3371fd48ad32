package io.github.glpi4j.transport.tck.jdk;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Maps the exceptions of the JDK's client to those of the SPI. */
final class Failures {

    private Failures() {}

    static IOException of(Throwable thrown, @Nullable IOException ofTheBody, boolean answered) {
        if (ofTheBody != null) {
            return new IOException("the body cannot be read: " + ofTheBody.getMessage(), ofTheBody);
        }
        Throwable failure = thrown;
        while (failure instanceof CompletionException && failure.getCause() != null) {
            failure = failure.getCause();
        }
        IOException told = answered ? new IOException(failure.toString()) : beforeTheAnswer(failure);
        told.initCause(failure);
        return told;
    }

    private static IOException beforeTheAnswer(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof ConnectException && failure.getCause() instanceof UnresolvedAddressException) {
            return new UnknownHostException("no such host");
        }
        if (failure instanceof ConnectException
                || failure instanceof HttpConnectTimeoutException
                || message.contains("Tunnel failed")) {
            return new ConnectException(failure.toString());
        }
        if (failure instanceof SSLException tls && isOfTheHandshake(tls, message)) {
            return new SSLException(message);
        }
        return new IOException(failure.toString());
    }

    /** A TLS 1.3 server rejects a client certificate after the handshake, with the same alert as in TLS 1.2. */
    private static boolean isOfTheHandshake(SSLException failure, String message) {
        boolean late = message.contains("alert: bad_certificate") || message.contains("alert: certificate_");
        return (failure instanceof SSLHandshakeException && !late) || message.startsWith("Unrecognized SSL message");
    }
}
