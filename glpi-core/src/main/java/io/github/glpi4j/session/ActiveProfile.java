package io.github.glpi4j.session;

import io.github.glpi4j.internal.json.PhpValues;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The profile in which a session works, with its rights. Immutable; nothing in it is certain to be there.
 *
 * @param values everything GLPI tells of the profile, in its order: an unmodifiable map of texts, numbers, booleans,
 *     nulls, lists and maps
 */
public record ActiveProfile(Map<String, @Nullable Object> values) {

    /**
     * Copies the map.
     *
     * @param values the profile's fields
     */
    public ActiveProfile {
        values = PhpValues.freeze(values);
    }

    /**
     * Wraps decoded JSON.
     *
     * @param values the profile's fields; copied
     * @return the profile
     */
    public static ActiveProfile of(Map<String, ? extends @Nullable Object> values) {
        return new ActiveProfile(PhpValues.freeze(values));
    }

    /**
     * The profile's id.
     *
     * @return the id, or empty
     */
    public OptionalLong id() {
        return PhpValues.number(values.get("id"));
    }

    /**
     * The profile's name.
     *
     * @return the name, or empty
     */
    public Optional<String> name() {
        return PhpValues.text(values.get("name"));
    }

    /**
     * Which of GLPI's interfaces the profile has.
     *
     * @return {@code central} or {@code helpdesk}, or empty
     */
    public Optional<String> userInterface() {
        return PhpValues.text(values.get("interface"));
    }

    /**
     * A right of the profile: the sum of GLPI's bits, of which 1 is to read.
     *
     * @param name the right's name, such as {@code ticket} or {@code computer}
     * @return the bits; 0 where the profile does not have the right at all
     */
    public long right(String name) {
        return PhpValues.number(values.get(name)).orElse(0);
    }

    @Override
    public String toString() {
        return "ActiveProfile[" + name().orElse("?") + "]";
    }
}
