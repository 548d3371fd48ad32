package io.github.glpi4j;

import org.jspecify.annotations.Nullable;

/**
 * GLPI did not let the caller in: the App-Token, the caller's address, the credentials or the session token were
 * refused. {@link #code()} tells which, {@link #hint()} what to do.
 */
public final class GlpiAuthenticationException extends GlpiApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param operation GLPI's name of the endpoint
     * @param status the HTTP status
     * @param code the first element of GLPI's answer
     * @param serverMessage GLPI's text, without secrets, possibly empty
     * @param hint what is likely at fault, or null
     * @param cause an exception that stands behind this one, or null
     */
    public GlpiAuthenticationException(
            String operation,
            int status,
            String code,
            String serverMessage,
            @Nullable String hint,
            @Nullable Throwable cause) {
        super(operation, status, code, serverMessage, hint, cause);
    }
}
