package io.github.glpi4j;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when the response cannot be read: HTML at any status (a maintenance page, an error page of a proxy or
 * firewall, a wrong base URL), a redirect, an unexpected empty body, or malformed or oversized JSON.
 */
public final class GlpiProtocolException extends GlpiException {

    private static final long serialVersionUID = 1L;

    /** The HTTP status. */
    private final int status;

    /** The Content-Type header. */
    private final @Nullable String contentType;

    /** The start of the body, without secrets. */
    private final String excerpt;

    /**
     * Constructs the exception.
     *
     * @param operation GLPI's name for the endpoint
     * @param status the HTTP status
     * @param contentType the content type of the response, or null if it had none
     * @param excerpt the start of the body without secrets; may be empty
     * @param problem what is wrong with the response
     * @param hint the likely cause, or null
     * @param cause the underlying exception, or null
     */
    public GlpiProtocolException(
            String operation,
            int status,
            @Nullable String contentType,
            String excerpt,
            String problem,
            @Nullable String hint,
            @Nullable Throwable cause) {
        super(operation, problem(status, contentType, excerpt, problem), hint, cause);
        this.status = status;
        this.contentType = contentType;
        this.excerpt = excerpt;
    }

    private static String problem(int status, @Nullable String contentType, String excerpt, String problem) {
        return problem + " (status " + status + ", " + (contentType == null ? "no content type" : contentType) + ")"
                + (excerpt.isEmpty() ? "" : ", starting with \"" + excerpt + "\"");
    }

    /** {@return the HTTP status of the response; GLPI's maintenance page, for example, may have 200} */
    public int status() {
        return status;
    }

    /** {@return the content type of the response, such as {@code text/html; charset=UTF-8}; empty if it had none} */
    public Optional<String> contentType() {
        return Optional.ofNullable(contentType);
    }

    /** {@return the start of the body, at most 200 characters with secrets masked; may be empty} */
    public String excerpt() {
        return excerpt;
    }
}
