package io.github.glpi4j;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when GLPI rejects the App-Token, the caller's address, the credentials or the session token. {@link #code()}
 * identifies the reason, and {@link #hint()} suggests a fix.
 */
public final class GlpiAuthenticationException extends GlpiApiException {

    private static final long serialVersionUID = 1L;

    /**
     * Constructs the exception.
     *
     * @param operation GLPI's name for the endpoint
     * @param status the HTTP status
     * @param code the error code
     * @param serverMessage GLPI's message without secrets; may be empty
     * @param hint the likely cause, or null
     * @param cause the underlying exception, or null
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
