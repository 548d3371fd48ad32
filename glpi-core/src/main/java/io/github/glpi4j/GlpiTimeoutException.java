package io.github.glpi4j;

import org.jspecify.annotations.Nullable;

/** There was no answer in time. {@link #mayHaveBeenSent()} tells a silent server from a request that never left. */
public final class GlpiTimeoutException extends GlpiTransportException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param operation GLPI's name of the endpoint
     * @param problem what was waited for, and how long
     * @param sent whether bytes of the request may have left
     * @param hint what is likely at fault, or null
     * @param cause the transport's failure, or null
     */
    public GlpiTimeoutException(
            String operation, String problem, boolean sent, @Nullable String hint, @Nullable Throwable cause) {
        super(operation, problem, sent, hint, cause);
    }
}
