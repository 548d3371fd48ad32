package io.github.glpi4j;

import org.jspecify.annotations.Nullable;

/** Thrown when the requested object does not exist: {@code ERROR_ITEM_NOT_FOUND} (404; 400 on some endpoints). */
public final class GlpiNotFoundException extends GlpiApiException {

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
    public GlpiNotFoundException(
            String operation,
            int status,
            String code,
            String serverMessage,
            @Nullable String hint,
            @Nullable Throwable cause) {
        super(operation, status, code, serverMessage, hint, cause);
    }
}
