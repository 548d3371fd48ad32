package io.github.glpi4j.session;

import io.github.glpi4j.internal.json.PhpValues;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * GLPI's configuration as this user sees it: his preferences stand in for the server's defaults. Immutable.
 *
 * @param values everything GLPI tells, in its order: an unmodifiable map of texts, numbers, booleans, nulls, lists and
 *     maps. Values whose names end like those of secrets, such as {@code …password} and {@code …token}, are masked
 */
public record GlpiConfig(Map<String, @Nullable Object> values) {

    /**
     * Copies the map.
     *
     * @param values the keys of {@code cfg_glpi}
     */
    public GlpiConfig {
        values = PhpValues.masked(PhpValues.freeze(values));
    }

    /**
     * Wraps decoded JSON.
     *
     * @param values the keys of {@code cfg_glpi}; copied
     * @return the configuration
     */
    public static GlpiConfig of(Map<String, ? extends @Nullable Object> values) {
        return new GlpiConfig(PhpValues.freeze(values));
    }

    /**
     * Which GLPI this is: {@code version}.
     *
     * @return such as {@code 10.0.19}, or empty
     */
    public Optional<String> glpiVersion() {
        return PhpValues.text(values.get("version"));
    }

    /** Shows the version only: plugins may keep secrets in here under any name. */
    @Override
    public String toString() {
        return "GlpiConfig[" + glpiVersion().orElse("?") + "]";
    }
}
