package io.github.glpi4j.transport.tck.reference;

import io.github.glpi4j.transport.RequestNotSentException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Maps failures to the classes that the SPI allows. */
final class Failures {

    private Failures() {}

    /** Maps a failure before the request. */
    static IOException connecting(IOException e) {
        if (e instanceof RequestNotSentException) {
            return e;
        }
        IOException exact = new IOException(e.toString());
        if (e instanceof ConnectException) {
            exact = new ConnectException(e.getMessage());
        } else if (e instanceof UnknownHostException) {
            exact = new UnknownHostException(e.getMessage());
        } else if (e instanceof SocketTimeoutException) {
            exact = new SocketTimeoutException(e.getMessage());
        } else if (e instanceof SSLException) {
            exact = new SSLException(e.getMessage());
        }
        exact.initCause(e);
        return exact;
    }

    /** Maps a failure after the connection is established, when a TLS failure no longer means that nothing was sent. */
    static IOException exchanging(IOException e) {
        return e.getClass() == IOException.class ? e : new IOException(e.toString(), e);
    }
}
