package io.github.glpi4j;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The root of all that goes wrong in a call. Unchecked; the same types come out of {@link Call#execute()} and {@link
 * Call#executeAsync()}.
 *
 * <p>Messages hold what was tried, what happened and, where known, the likely cause. They never hold a password, a
 * token, or the base64 of one, even where the server echoed it.
 */
public abstract sealed class GlpiException extends RuntimeException
        permits GlpiApiException, GlpiTransportException, GlpiProtocolException, GlpiConfigurationException {

    private static final long serialVersionUID = 1L;

    /** GLPI's name of the endpoint. */
    private final @Nullable String operation;

    /** The likely cause. */
    private final @Nullable String hint;

    GlpiException(@Nullable String operation, String problem, @Nullable String hint, @Nullable Throwable cause) {
        super((operation == null ? "" : operation + ": ") + problem + (hint == null ? "" : ". " + hint), cause);
        this.operation = operation;
        this.hint = hint;
    }

    /**
     * What was being done.
     *
     * @return GLPI's name of the endpoint, such as {@code initSession}; empty if nothing was sent to any
     */
    public Optional<String> operation() {
        return Optional.ofNullable(operation);
    }

    /**
     * What is likely at fault and what to do about it.
     *
     * @return one or two sentences for a person, also part of the message; empty if the failure says it all
     */
    public Optional<String> hint() {
        return Optional.ofNullable(hint);
    }
}
