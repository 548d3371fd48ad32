package io.github.glpi4j;

import org.jspecify.annotations.Nullable;

/**
 * GLPI answered with an error of its own: {@code ["ERROR_CODE", "message"]}.
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
     * Makes the exception.
     *
     * @param operation GLPI's name of the endpoint
     * @param status the HTTP status
     * @param code the first element of GLPI's answer
     * @param serverMessage GLPI's text, without secrets, possibly empty
     * @param hint what is likely at fault, or null
     * @param cause an exception that stands behind this one, or null
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

    /**
     * The HTTP status of the answer.
     *
     * @return such as 401
     */
    public int status() {
        return status;
    }

    /**
     * GLPI's code.
     *
     * @return such as {@code ERROR_ITEM_NOT_FOUND}; an open set that plugins and versions add to
     */
    public String code() {
        return code;
    }

    /**
     * GLPI's text, in the language of the user or of the server.
     *
     * @return the text with secrets blanked, possibly empty
     */
    public String serverMessage() {
        return serverMessage;
    }
}
