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
    private final transient @Nullable Duration retryPause;

    Failure(Supplier<? extends GlpiException> recipe) {
        this(recipe, null);
    }

    private Failure(Supplier<? extends GlpiException> recipe, @Nullable Duration retryPause) {
        super(null, null, false, false);
        this.recipe = recipe;
        this.retryPause = retryPause;
    }

    /** The same failure, with the advice to try again after a pause. */
    Failure retryAfter(Duration pause) {
        return new Failure(recipe, pause);
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
