package io.github.glpi4j;

import org.jspecify.annotations.Nullable;

/** There is nothing to send with: no transport, several without a choice, no credentials. Nothing was sent. */
public final class GlpiConfigurationException extends GlpiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param problem what is missing or in conflict
     * @param hint what to do about it, or null
     * @param cause what failed, or null
     */
    public GlpiConfigurationException(String problem, @Nullable String hint, @Nullable Throwable cause) {
        super(null, problem, hint, cause);
    }
}
