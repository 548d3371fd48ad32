package io.github.glpi4j.session;

import io.github.glpi4j.internal.PhpValues;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The profile in which a session works, with its rights. Immutable; nothing in it is certain to be there. */
public final class ActiveProfile {

    private final Map<String, @Nullable Object> values;

    private ActiveProfile(Map<String, @Nullable Object> values) {
        this.values = values;
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

    /**
     * Everything GLPI tells of the profile, in its order.
     *
     * @return an unmodifiable map of texts, numbers, booleans, nulls, lists and maps
     */
    public Map<String, @Nullable Object> values() {
        return values;
    }

    @Override
    public String toString() {
        return "ActiveProfile[" + name().orElse("?") + "]";
    }
}
