package io.github.glpi4j;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the client cannot send a request because of its configuration: no transport, no choice between several
 * transports, or no credentials. Nothing was sent.
 */
public final class GlpiConfigurationException extends GlpiException {

    private static final long serialVersionUID = 1L;

    /**
     * Constructs the exception.
     *
     * @param problem what is missing or in conflict
     * @param hint how to fix it, or null
     * @param cause the underlying exception, or null
     */
    public GlpiConfigurationException(String problem, @Nullable String hint, @Nullable Throwable cause) {
        super(null, problem, hint, cause);
    }
}
