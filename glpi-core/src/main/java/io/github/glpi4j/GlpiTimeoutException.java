package io.github.glpi4j;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when no response arrived in time. {@link #mayHaveBeenSent()} distinguishes a server that did not respond from
 * a request that was never sent.
 */
public final class GlpiTimeoutException extends GlpiTransportException {

    private static final long serialVersionUID = 1L;

    /**
     * Constructs the exception.
     *
     * @param operation GLPI's name for the endpoint
     * @param problem what timed out, and after how long
     * @param sent whether any byte of the request may have been sent
     * @param hint the likely cause, or null
     * @param cause the failure of the transport, or null
     */
    public GlpiTimeoutException(
            String operation, String problem, boolean sent, @Nullable String hint, @Nullable Throwable cause) {
        super(operation, problem, sent, hint, cause);
    }
}
