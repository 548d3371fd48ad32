package io.github.glpi4j.transport;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Certainly no byte of the request left this machine, so that even a write may be sent again. Examples: no connection
 * of the pool became free before the exchange was aborted; the transport was closed before the exchange began.
 */
public final class RequestNotSentException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what kept the request from being sent
     */
    public RequestNotSentException(String message) {
        this(message, null);
    }

    /**
     * Makes the exception.
     *
     * @param message what kept the request from being sent
     * @param cause the engine's failure
     */
    public RequestNotSentException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
