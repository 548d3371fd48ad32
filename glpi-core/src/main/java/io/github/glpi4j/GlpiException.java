package io.github.glpi4j;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The superclass of all exceptions that a call fails with. Unchecked; {@link Call#execute()} and {@link
 * Call#executeAsync()} report the same types.
 *
 * <p>The message contains the operation, the problem and, if known, the likely cause. It never contains a password, a
 * token or the Base64 encoding of one, even if the server echoed it.
 */
public abstract sealed class GlpiException extends RuntimeException
        permits GlpiApiException, GlpiTransportException, GlpiProtocolException, GlpiConfigurationException {

    private static final long serialVersionUID = 1L;

    /** GLPI's name for the endpoint. */
    private final @Nullable String operation;

    /** The likely cause. */
    private final @Nullable String hint;

    GlpiException(@Nullable String operation, String problem, @Nullable String hint, @Nullable Throwable cause) {
        super((operation == null ? "" : operation + ": ") + problem + (hint == null ? "" : ". " + hint), cause);
        this.operation = operation;
        this.hint = hint;
    }

    /**
     * {@return GLPI's name for the endpoint, such as {@code initSession}; empty if nothing was
     * sent}
     */
    public Optional<String> operation() {
        return Optional.ofNullable(operation);
    }

    /**
     * Returns the likely cause and how to fix it.
     *
     * @return one or two human-readable sentences, which are also part of the message; empty if there is nothing to add
     */
    public Optional<String> hint() {
        return Optional.ofNullable(hint);
    }
}
