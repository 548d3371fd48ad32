package io.github.glpi4j.internal.http;

import io.github.glpi4j.ErrorCodes;
import io.github.glpi4j.GlpiApiException;
import io.github.glpi4j.GlpiException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The failure of a call before it reaches the caller: it creates the exception there, so that every caller
 * gets an exception of its own, with the stack of its own thread.
 */
@SuppressWarnings("serial") // never leaves the execution
public final class CallFailure extends RuntimeException {

    private final transient Supplier<? extends GlpiException> recipe;
    private final transient @Nullable String code;
    private final transient @Nullable Duration retryPause;

    public CallFailure(Supplier<? extends GlpiException> recipe) {
        this(recipe, null, null);
    }

    private CallFailure(
            Supplier<? extends GlpiException> recipe, @Nullable String code, @Nullable Duration retryPause) {
        super(null, null, false, false);
        this.recipe = recipe;
        this.code = code;
        this.retryPause = retryPause;
    }

    /** GLPI refused, with this code. */
    public static CallFailure refused(String code, Supplier<? extends GlpiException> recipe) {
        return new CallFailure(recipe, code, null);
    }

    /** GLPI reported success, but its response, or what was read back, does not confirm it. */
    public static CallFailure notConfirmed(
            String operation, int status, String message, String hint, @Nullable Throwable cause) {
        return refused(
                ErrorCodes.NOT_CONFIRMED,
                () -> new GlpiApiException(operation, status, ErrorCodes.NOT_CONFIRMED, message, hint, cause));
    }

    /** The same failure, with the advice to try again after a pause. */
    public CallFailure retryAfter(Duration pause) {
        return new CallFailure(recipe, code, pause);
    }

    /** GLPI's code, if GLPI refused. */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }

    public Optional<Duration> retryPause() {
        return Optional.ofNullable(retryPause);
    }

    /** GLPI's code, if a failed stage is a refusal of GLPI. */
    public static Optional<String> codeOf(Throwable failure) {
        return unwrap(failure) instanceof CallFailure planned ? planned.code() : Optional.empty();
    }

    /** What a caller is to see for a failed stage. */
    public static Throwable toCaller(Throwable failure) {
        Throwable cause = unwrap(failure);
        return cause instanceof CallFailure planned ? planned.recipe.get() : cause;
    }

    public static Throwable unwrap(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** {@return the failure as an exception that can be thrown; throws it itself if it is an error} */
    public static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }
}
