package io.github.glpi4j.internal;

import io.github.glpi4j.GlpiException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a call fails inside the pipeline: the recipe of an exception, made into one at the edge, so that every caller
 * gets an exception of his own with the stack of his own thread.
 */
@SuppressWarnings("serial") // never leaves the pipeline
final class Failure extends RuntimeException {

    private final transient Supplier<? extends GlpiException> recipe;
    private final transient @Nullable String code;
    private final transient @Nullable Duration retryPause;

    Failure(Supplier<? extends GlpiException> recipe) {
        this(recipe, null, null);
    }

    private Failure(Supplier<? extends GlpiException> recipe, @Nullable String code, @Nullable Duration retryPause) {
        super(null, null, false, false);
        this.recipe = recipe;
        this.code = code;
        this.retryPause = retryPause;
    }

    /** GLPI refused, with this code. */
    static Failure refused(String code, Supplier<? extends GlpiException> recipe) {
        return new Failure(recipe, code, null);
    }

    /** The same failure, with the advice to try again after a pause. */
    Failure retryAfter(Duration pause) {
        return new Failure(recipe, code, pause);
    }

    /** GLPI's code, if GLPI refused. */
    Optional<String> code() {
        return Optional.ofNullable(code);
    }

    Optional<Duration> retryPause() {
        return Optional.ofNullable(retryPause);
    }

    /** What a caller is to see for a failed stage. */
    static Throwable toCaller(Throwable failure) {
        Throwable cause = unwrap(failure);
        return cause instanceof Failure planned ? planned.recipe.get() : cause;
    }

    static Throwable unwrap(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
