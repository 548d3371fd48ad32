package io.github.glpi4j.internal;

import io.github.glpi4j.GlpiException;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * How a call fails inside the pipeline: the recipe of an exception, made into one at the edge, so that every caller
 * gets an exception of his own with the stack of his own thread.
 */
@SuppressWarnings("serial") // never leaves the pipeline
final class Failure extends RuntimeException {

    private final transient Supplier<? extends GlpiException> recipe;

    Failure(Supplier<? extends GlpiException> recipe) {
        super(null, null, false, false);
        this.recipe = recipe;
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
