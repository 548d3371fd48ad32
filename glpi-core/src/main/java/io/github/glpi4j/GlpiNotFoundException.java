package io.github.glpi4j;

import org.jspecify.annotations.Nullable;

/**
 * What was asked for does not exist: {@code ERROR_ITEM_NOT_FOUND} (404; 400 on some endpoints).
 */
public final class GlpiNotFoundException extends GlpiApiException {

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
