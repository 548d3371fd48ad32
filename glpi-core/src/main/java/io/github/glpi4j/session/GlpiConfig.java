package io.github.glpi4j.session;

import io.github.glpi4j.internal.PhpValues;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** GLPI's configuration as this user sees it: his preferences stand in for the server's defaults. Immutable. */
public final class GlpiConfig {

    private final Map<String, @Nullable Object> values;

    private GlpiConfig(Map<String, @Nullable Object> values) {
        this.values = values;
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

    /**
     * Everything GLPI tells, in its order.
     *
     * @return an unmodifiable map of texts, numbers, booleans, nulls, lists and maps
     */
    public Map<String, @Nullable Object> values() {
        return values;
    }

    /** Shows the version only: plugins keep secrets in here. */
    @Override
    public String toString() {
        return "GlpiConfig[" + glpiVersion().orElse("?") + "]";
    }
}
