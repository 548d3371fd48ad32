package io.github.glpi4j;

import org.jspecify.annotations.Nullable;

/**
 * The session is good, but its profile lacks the right: {@code ERROR_RIGHT_MISSING} (403; 401 on servers before GLPI
 * 10). Writes without right are not told this way by GLPI: they are plain {@link GlpiApiException}s with GLPI's text.
 */
public final class GlpiPermissionException extends GlpiApiException {

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
