package io.github.glpi4j;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * There was an answer, but none that this library can read: HTML at any status (a maintenance page, a proxy's or
 * firewall's error, a wrong base URL), a redirect, nothing where something was due, broken or oversized JSON.
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
     * Makes the exception.
     *
     * @param operation GLPI's name of the endpoint
     * @param status the HTTP status
     * @param contentType the answer's content type, or null if it had none
     * @param excerpt the start of the answer's text, without secrets, possibly empty
     * @param problem what is wrong with the answer
     * @param hint what is likely at fault, or null
     * @param cause an exception that stands behind this one, or null
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

    /**
     * The HTTP status of the answer.
     *
     * @return such as 200: GLPI's maintenance page has that
     */
    public int status() {
        return status;
    }

    /**
     * The answer's content type.
     *
     * @return such as {@code text/html; charset=UTF-8}, or empty if it had none
     */
    public Optional<String> contentType() {
        return Optional.ofNullable(contentType);
    }

    /**
     * The start of the answer.
     *
     * @return at most 200 characters with secrets blanked, possibly empty
     */
    public String excerpt() {
        return excerpt;
    }
}
