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
 * The content of a session, as {@code getFullSession} and {@code initSession} with {@code get_full_session} show it:
 * what PHP has in {@code $_SESSION}. Immutable.
 *
 * <p>Nothing in it is certain to be there: a user whose password has expired has neither profile nor entity, and
 * versions and plugins add and drop keys. A getter gives empty, false or an empty list where its key is missing or not
 * of the expected kind; {@link #values()} has everything as it came, which is also what JSON mappers show. What GLPI up to
 * version 10 encodes in names is decoded by the getters.
 *
 * @param values everything in the session, in GLPI's order: an unmodifiable map of texts, numbers, booleans, nulls,
 *     lists and maps. Values whose names end like those of secrets ({@code valid_id}, which repeats the session token up
 *     to GLPI 10.0.24; {@code …token}, {@code …password}) are masked
 */
public record FullSession(Map<String, @Nullable Object> values) {

    /**
     * Copies the map.
     *
     * @param values the session's keys with texts, numbers, booleans, nulls, lists and maps
     */
    public FullSession {
        values = PhpValues.masked(PhpValues.freeze(values));
    }

    /**
     * Wraps decoded JSON.
     *
     * @param values the session's keys with texts, numbers, booleans, nulls, lists and maps; copied
     * @return the session
     */
    public static FullSession of(Map<String, ? extends @Nullable Object> values) {
        return new FullSession(PhpValues.freeze(values));
    }

    /**
     * The user's id: {@code glpiID}.
     *
     * @return the id, or empty
     */
    public OptionalLong userId() {
        return PhpValues.number(values.get("glpiID"));
    }

    /**
     * The user's login as GLPI stores it, which may differ in case from what was sent: {@code glpiname}.
     *
     * @return the login, or empty
     */
    public Optional<String> login() {
        return text("glpiname");
    }

    /**
     * The user's family name: {@code glpirealname}.
     *
     * @return the name, or empty
     */
    public Optional<String> realName() {
        return text("glpirealname");
    }

    /**
     * The user's given name: {@code glpifirstname}.
     *
     * @return the name, or empty
     */
    public Optional<String> firstName() {
        return text("glpifirstname");
    }

    /**
     * The user's name as GLPI displays it: {@code glpifriendlyname}.
     *
     * @return the name, or empty
     */
    public Optional<String> friendlyName() {
        return text("glpifriendlyname");
    }

    /**
     * The language of GLPI's texts in this session: {@code glpilanguage}.
     *
     * @return such as {@code en_GB}, or empty
     */
    public Optional<String> language() {
        return text("glpilanguage");
    }

    /**
     * The user's default entity: {@code glpidefault_entity}.
     *
     * @return the id, or empty
     */
    public OptionalLong defaultEntityId() {
        return PhpValues.number(values.get("glpidefault_entity"));
    }

    /**
     * The id of the active profile: {@code glpiactiveprofile.id}.
     *
     * @return the id, or empty
     */
    public OptionalLong activeProfileId() {
        return PhpValues.number(activeProfile().get("id"));
    }

    /**
     * The name of the active profile: {@code glpiactiveprofile.name}.
     *
     * @return the name, or empty
     */
    public Optional<String> activeProfileName() {
        return GlpiText.of(activeProfile().get("name"), GlpiText.isEncoded(values));
    }

    /**
     * The active entity: {@code glpiactive_entity}.
     *
     * @return the id, 0 for the root entity, or empty
     */
    public OptionalLong activeEntityId() {
        return PhpValues.number(values.get("glpiactive_entity"));
    }

    /**
     * The name of the active entity: {@code glpiactive_entity_name}.
     *
     * @return the name, or empty
     */
    public Optional<String> activeEntityName() {
        return text("glpiactive_entity_name");
    }

    /**
     * Whether the children of the active entity are active too: {@code glpiactive_entity_recursive}.
     *
     * @return true only if the session says so
     */
    public boolean activeEntityRecursive() {
        return PhpValues.bool(values.get("glpiactive_entity_recursive"));
    }

    /**
     * The profiles that the user may switch to: {@code glpiprofiles}.
     *
     * @return the profiles with the entities they apply in, possibly none
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

    /**
     * The groups that the user belongs to: {@code glpigroups}.
     *
     * @return their ids, possibly none
     */
    public List<Long> groupIds() {
        List<Long> groups = new ArrayList<>();
        PhpValues.entries(values.get("glpigroups"))
                .values()
                .forEach(group -> PhpValues.number(group).ifPresent(groups::add));
        return List.copyOf(groups);
    }

    /**
     * Whether the user's password has expired: {@code glpi_password_expired}. GLPI logs such a user in, but gives no
     * profile, so that nearly every further call fails.
     *
     * @return true only if the session says so
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

    private Map<String, @Nullable Object> activeProfile() {
        return PhpValues.entries(values.get("glpiactiveprofile"));
    }
}
