package io.github.glpi4j.spring;

import io.github.glpi4j.GlpiConfigurationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads values of properties, and names the property if the value cannot be right. */
final class PropertyValues {

    private PropertyValues() {}

    /** Null also for an empty value, which a placeholder such as {@code ${GLPI_TOKEN:}} leaves. */
    static @Nullable String orNull(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }

    /** Applies a value that is set. */
    static <T> void apply(String property, @Nullable T value, Consumer<T> target) {
        if (value != null && !value.equals("")) {
            check(property, () -> {
                target.accept(value);
                return true;
            });
        }
    }

    /** The messages of the core do not contain secrets. */
    static <T> T check(String property, Supplier<T> use) {
        try {
            return use.get();
        } catch (IllegalArgumentException wrong) {
            throw new GlpiConfigurationException(property + ": " + wrong.getMessage(), "Correct the value", wrong);
        }
    }
}
