package io.github.glpi4j;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the session is valid, but its profile lacks the right: {@code ERROR_RIGHT_MISSING} (403; 401 on servers
 * before GLPI 10). GLPI does not report writes without the right this way: they fail with a plain {@link
 * GlpiApiException} and GLPI's message.
 */
public final class GlpiPermissionException extends GlpiApiException {

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
    public GlpiPermissionException(
            String operation,
            int status,
            String code,
            String serverMessage,
            @Nullable String hint,
            @Nullable Throwable cause) {
        super(operation, status, code, serverMessage, hint, cause);
    }
}
