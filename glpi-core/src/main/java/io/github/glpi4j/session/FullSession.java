package io.github.glpi4j.session;

import io.github.glpi4j.internal.json.GlpiText;
import io.github.glpi4j.internal.json.PhpValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The content of a session, as returned by {@code getFullSession}, and by {@code initSession} with {@code
 * get_full_session}: the contents of PHP's {@code $_SESSION}. Immutable.
 *
 * <p>Any key may be missing: a user whose password has expired has neither profile nor entity, and versions and plugins
 * add and remove keys. If a key is missing or has an unexpected type, its getter returns empty, false or an empty list.
 * {@link #values()}, which JSON mappers show too, contains all values as sent by GLPI, except for masked secrets. The
 * getters decode names that GLPI 10 and earlier encode.
 *
 * @param values all values of the session, in GLPI's order: an unmodifiable map of strings, numbers, booleans, nulls,
 *     lists and maps. Values are masked if their names end like the names of secrets ({@code valid_id}, which repeats
 *     the session token up to GLPI 10.0.24; {@code …token}, {@code …password})
 */
public record FullSession(Map<String, @Nullable Object> values) {

    /**
     * Copies the map and masks secrets.
     *
     * @param values the values of the session: strings, numbers, booleans, nulls, lists and maps
     */
    public FullSession {
        values = PhpValues.masked(PhpValues.freeze(values));
    }

    /**
     * {@return a session with the values of decoded JSON}
     *
     * @param values the values of the session, which are copied: strings, numbers, booleans, nulls, lists and maps
     */
    public static FullSession of(Map<String, ? extends @Nullable Object> values) {
        return new FullSession(PhpValues.freeze(values));
    }

    /** {@return the id of the user, or empty: {@code glpiID}} */
    public OptionalLong userId() {
        return PhpValues.number(values.get("glpiID"));
    }

    /** {@return the login as stored in GLPI, which may differ in case from the one sent, or empty: {@code glpiname}} */
    public Optional<String> login() {
        return text("glpiname");
    }

    /** {@return the user's family name, or empty: {@code glpirealname}} */
    public Optional<String> realName() {
        return text("glpirealname");
    }

    /** {@return the user's given name, or empty: {@code glpifirstname}} */
    public Optional<String> firstName() {
        return text("glpifirstname");
    }

    /** {@return the user's name as displayed by GLPI, or empty: {@code glpifriendlyname}} */
    public Optional<String> friendlyName() {
        return text("glpifriendlyname");
    }

    /**
     * {@return the language of GLPI's messages in this session, such as {@code en_GB}, or empty: {@code glpilanguage}}
     */
    public Optional<String> language() {
        return text("glpilanguage");
    }

    /** {@return the id of the user's default entity, or empty: {@code glpidefault_entity}} */
    public OptionalLong defaultEntityId() {
        return PhpValues.number(values.get("glpidefault_entity"));
    }

    /** {@return the active profile with its rights, without any values if there is none: {@code glpiactiveprofile}} */
    public ActiveProfile activeProfile() {
        Map<String, @Nullable Object> profile = profileValues();
        return new ActiveProfile(activeProfileName()
                .map(name -> PhpValues.with(profile, "name", name))
                .orElse(profile));
    }

    /** {@return the id of the active profile, or empty: {@code glpiactiveprofile.id}} */
    public OptionalLong activeProfileId() {
        return PhpValues.number(profileValues().get("id"));
    }

    /** {@return the name of the active profile, or empty: {@code glpiactiveprofile.name}} */
    public Optional<String> activeProfileName() {
        return GlpiText.of(profileValues().get("name"), GlpiText.isEncoded(values));
    }

    /** {@return the id of the active entity, 0 for the root entity, or empty: {@code glpiactive_entity}} */
    public OptionalLong activeEntityId() {
        return PhpValues.number(values.get("glpiactive_entity"));
    }

    /** {@return the name of the active entity, or empty: {@code glpiactive_entity_name}} */
    public Optional<String> activeEntityName() {
        return text("glpiactive_entity_name");
    }

    /** {@return whether the children of the active entity are active too: {@code glpiactive_entity_recursive}} */
    public boolean activeEntityRecursive() {
        return PhpValues.bool(values.get("glpiactive_entity_recursive"));
    }

    /**
     * {@return the profiles available to the user, with the entities they apply to; may be empty: {@code glpiprofiles}}
     */
    public List<Profile> profiles() {
        boolean encoded = GlpiText.isEncoded(values);
        List<Profile> profiles = new ArrayList<>();
        PhpValues.entries(values.get("glpiprofiles"))
                .forEach((id, profile) -> PhpValues.number(id)
                        .ifPresent(number ->
                                profiles.add(PhpValues.profile(number, PhpValues.entries(profile), encoded))));
        return List.copyOf(profiles);
    }

    /** {@return the ids of the user's groups; may be empty: {@code glpigroups}} */
    public List<Long> groupIds() {
        List<Long> groups = new ArrayList<>();
        PhpValues.entries(values.get("glpigroups"))
                .values()
                .forEach(group -> PhpValues.number(group).ifPresent(groups::add));
        return List.copyOf(groups);
    }

    /**
     * {@return whether the user's password has expired: {@code glpi_password_expired}} GLPI logs such a user in without
     * a profile, so that nearly all further calls fail.
     */
    public boolean passwordExpired() {
        return PhpValues.bool(values.get("glpi_password_expired"));
    }

    @Override
    public String toString() {
        return "FullSession[login=" + login().orElse("?") + ", profile="
                + activeProfileName().orElse("?") + ", entity="
                + activeEntityName().orElse("?") + "]";
    }

    private Optional<String> text(String key) {
        return GlpiText.of(values.get(key), GlpiText.isEncoded(values));
    }

    private Map<String, @Nullable Object> profileValues() {
        return PhpValues.entries(values.get("glpiactiveprofile"));
    }
}
