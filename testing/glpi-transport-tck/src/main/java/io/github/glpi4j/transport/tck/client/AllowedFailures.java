package io.github.glpi4j.transport.tck.client;

import io.github.glpi4j.transport.RequestNotSentException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Set;
import javax.net.ssl.SSLException;

/** The exception classes that the SPI allows. */
public final class AllowedFailures {

    /** All of them. */
    public static final Set<Class<? extends IOException>> ALL = Set.of(
            ConnectException.class,
            UnknownHostException.class,
            SSLException.class,
            SocketTimeoutException.class,
            RequestNotSentException.class,
            IOException.class);

    private AllowedFailures() {}
}
