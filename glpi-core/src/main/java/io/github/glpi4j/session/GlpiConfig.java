package io.github.glpi4j.session;

import io.github.glpi4j.internal.json.PhpValues;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * GLPI's configuration for the current user, whose preferences replace the server's defaults. Immutable.
 *
 * @param values all values, in GLPI's order: an unmodifiable map of strings, numbers, booleans, nulls, lists and maps.
 *     Values are masked if their names end like the names of secrets, such as {@code …password} and {@code …token}
 */
public record GlpiConfig(Map<String, @Nullable Object> values) {

    /**
     * Copies the map and masks secrets.
     *
     * @param values the values of {@code cfg_glpi}
     */
    public GlpiConfig {
        values = PhpValues.masked(PhpValues.freeze(values));
    }

    /**
     * {@return a configuration with the values of decoded JSON}
     *
     * @param values the values of {@code cfg_glpi}, which are copied
     */
    public static GlpiConfig of(Map<String, ? extends @Nullable Object> values) {
        return new GlpiConfig(PhpValues.freeze(values));
    }

    /** {@return the version of GLPI, such as {@code 10.0.19}, or empty: {@code version}} */
    public Optional<String> glpiVersion() {
        return PhpValues.text(values.get("version"));
    }

    /** Shows only the version, because plugins may store secrets under any name. */
    @Override
    public String toString() {
        return "GlpiConfig[" + glpiVersion().orElse("?") + "]";
    }
}
