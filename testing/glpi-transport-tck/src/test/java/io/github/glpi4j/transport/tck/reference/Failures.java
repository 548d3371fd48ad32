package io.github.glpi4j.transport.tck.reference;

import io.github.glpi4j.transport.RequestNotSentException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Tells a failure as one of the classes that the SPI lists. */
final class Failures {

    private Failures() {}

    /** Of what comes before the request. */
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

    /** Of a request that has its connection: what TLS says from now on is no matter of trust any more. */
    static IOException exchanging(IOException e) {
        return e.getClass() == IOException.class ? e : new IOException(e.toString(), e);
    }
}
