package io.github.glpi4j;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when GLPI responds with an error: {@code ["ERROR_CODE", "message"]}.
 *
 * <p>Branch on {@link #code()}, never on the message: GLPI translates it into the user's language.
 */
public sealed class GlpiApiException extends GlpiException
        permits GlpiAuthenticationException, GlpiPermissionException, GlpiNotFoundException {

    private static final long serialVersionUID = 1L;

    /** The HTTP status. */
    private final int status;

    /** GLPI's error code. */
    private final String code;

    /** GLPI's message, without secrets. */
    private final String serverMessage;

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
    public GlpiApiException(
            String operation,
            int status,
            String code,
            String serverMessage,
            @Nullable String hint,
            @Nullable Throwable cause) {
        super(operation, problem(status, code, serverMessage), hint, cause);
        this.status = status;
        this.code = code;
        this.serverMessage = serverMessage;
    }

    private static String problem(int status, String code, String serverMessage) {
        return "GLPI answered " + status + " " + code + (serverMessage.isEmpty() ? "" : " \"" + serverMessage + "\"");
    }

    /** {@return the HTTP status of the response, such as 401} */
    public int status() {
        return status;
    }

    /** {@return the error code, such as {@code ERROR_ITEM_NOT_FOUND}; versions and plugins add codes} */
    public String code() {
        return code;
    }

    /** {@return GLPI's message in the language of the user or the server, with secrets masked; may be empty} */
    public String serverMessage() {
        return serverMessage;
    }
}
