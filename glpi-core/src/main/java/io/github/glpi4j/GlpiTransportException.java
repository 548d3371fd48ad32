package io.github.glpi4j;

import org.jspecify.annotations.Nullable;

/** There was no answer: no connection, no name, no trust, or an exchange that broke off. */
public sealed class GlpiTransportException extends GlpiException permits GlpiTimeoutException {

    private static final long serialVersionUID = 1L;

    /** Whether bytes of the request may have left. */
    private final boolean sent;

    /**
     * Makes the exception.
     *
     * @param operation GLPI's name of the endpoint
     * @param problem what happened, without secrets
     * @param sent whether bytes of the request may have left
     * @param hint what is likely at fault, or null
     * @param cause the transport's failure, or null
     */
    public GlpiTransportException(
            String operation, String problem, boolean sent, @Nullable String hint, @Nullable Throwable cause) {
        super(operation, problem, hint, cause);
        this.sent = sent;
    }

    /**
     * Tells whether GLPI may have seen the request.
     *
     * @return false only if certainly no byte of it left this machine, so that it may be sent again whatever it does
     */
    public boolean mayHaveBeenSent() {
        return sent;
    }
}
