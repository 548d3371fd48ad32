package io.github.glpi4j.transport;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when certainly no byte of the request was sent, so that even a write is safe to send again. Examples: no
 * pooled connection became available before the exchange was aborted; the transport was closed before the exchange
 * started.
 */
public final class RequestNotSentException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Constructs the exception.
     *
     * @param message why the request was not sent
     */
    public RequestNotSentException(String message) {
        this(message, null);
    }

    /**
     * Constructs the exception.
     *
     * @param message why the request was not sent
     * @param cause the engine's exception, or null
     */
    public RequestNotSentException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
