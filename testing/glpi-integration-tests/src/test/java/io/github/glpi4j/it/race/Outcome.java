package io.github.glpi4j.it.race;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended.
 *
 * @param refused whether execute() or executeAsync() itself threw an exception
 */
record Outcome<T extends @Nullable Object>(
        @Nullable T value, @Nullable Throwable failure, boolean refused) {

    static <T extends @Nullable Object> Outcome<T> of(T value) {
        return new Outcome<>(value, null, false);
    }

    static <T extends @Nullable Object> Outcome<T> failed(Throwable failure) {
        return new Outcome<>(null, failure, false);
    }

    static <T extends @Nullable Object> Outcome<T> refused(Throwable failure) {
        return new Outcome<>(null, failure, true);
    }

    Throwable cause() {
        return Objects.requireNonNull(failure);
    }
}
