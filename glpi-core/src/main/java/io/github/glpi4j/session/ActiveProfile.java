package io.github.glpi4j.session;

import io.github.glpi4j.internal.json.PhpValues;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The active profile of a session, with its rights. Immutable; any field may be missing.
 *
 * @param values all fields of the profile, in GLPI's order: an unmodifiable map of strings, numbers, booleans, nulls,
 *     lists and maps
 */
public record ActiveProfile(Map<String, @Nullable Object> values) {

    /**
     * Copies the map.
     *
     * @param values the fields of the profile
     */
    public ActiveProfile {
        values = PhpValues.freeze(values);
    }

    /**
     * {@return a profile with the values of decoded JSON}
     *
     * @param values the fields of the profile, which are copied
     */
    public static ActiveProfile of(Map<String, ? extends @Nullable Object> values) {
        return new ActiveProfile(PhpValues.freeze(values));
    }

    /** {@return the id of the profile, or empty} */
    public OptionalLong id() {
        return PhpValues.number(values.get("id"));
    }

    /** {@return the name of the profile, or empty} */
    public Optional<String> name() {
        return PhpValues.text(values.get("name"));
    }

    /** {@return the interface of the profile, {@code central} or {@code helpdesk}, or empty} */
    public Optional<String> userInterface() {
        return PhpValues.text(values.get("interface"));
    }

    /**
     * {@return a right of the profile as the sum of its bits, see {@link Rights}; 0 if the profile does not have the
     * right}
     *
     * @param name the name of the right, such as {@code ticket} or {@code computer}
     */
    public long right(String name) {
        return PhpValues.number(values.get(name)).orElse(0);
    }

    /**
     * {@return whether a right of the profile has all of these bits}
     *
     * @param name the name of the right, such as {@code ticket} or {@code computer}
     * @param bits one of {@link Rights}, or several, combined with {@code |}
     */
    public boolean hasRight(String name, long bits) {
        return (right(name) & bits) == bits;
    }

    @Override
    public String toString() {
        return "ActiveProfile[" + name().orElse("?") + "]";
    }
}
