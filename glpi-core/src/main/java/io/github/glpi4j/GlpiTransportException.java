package io.github.glpi4j;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when there is no complete response: the host name could not be resolved, the connection or the TLS handshake
 * failed, or the exchange ended early.
 */
public sealed class GlpiTransportException extends GlpiException permits GlpiTimeoutException {

    private static final long serialVersionUID = 1L;

    /** Whether any byte of the request may have been sent. */
    private final boolean sent;

    /**
     * Constructs the exception.
     *
     * @param operation GLPI's name for the endpoint
     * @param problem what happened, without secrets
     * @param sent whether any byte of the request may have been sent
     * @param hint the likely cause, or null
     * @param cause the failure of the transport, or null
     */
    public GlpiTransportException(
            String operation, String problem, boolean sent, @Nullable String hint, @Nullable Throwable cause) {
        super(operation, problem, hint, cause);
        this.sent = sent;
    }

    /**
     * Returns whether GLPI may have received the request.
     *
     * @return false only if no byte of the request was sent, so that it is safe to send again
     */
    public boolean mayHaveBeenSent() {
        return sent;
    }
}
