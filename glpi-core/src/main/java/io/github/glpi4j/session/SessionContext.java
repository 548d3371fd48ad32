package io.github.glpi4j.session;

import io.github.glpi4j.CheckReturnValue;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The profile and the entities of a session. Immutable. By default, GLPI selects them at login: the user's default
 * profile and entity.
 *
 * <pre>{@code SessionContext.defaults().withProfile(4).withEntityTree(0)}</pre>
 */
public final class SessionContext {

    private static final SessionContext DEFAULTS = new SessionContext(OptionalLong.empty(), null);

    private final OptionalLong profile;
    private final @Nullable EntityScope entities;

    private SessionContext(OptionalLong profile, @Nullable EntityScope entities) {
        this.profile = profile;
        this.entities = entities;
    }

    /** {@return the context that GLPI selects at login: the user's default profile and entity} */
    public static SessionContext defaults() {
        return DEFAULTS;
    }

    /**
     * Returns this context with another profile. The entities are reset, because GLPI then selects a new active entity.
     *
     * @param id the id of the profile, greater than 0
     * @return a new context
     * @throws IllegalArgumentException if the id is not greater than 0
     */
    @CheckReturnValue
    public SessionContext withProfile(long id) {
        if (id < 1) {
            throw new IllegalArgumentException("the profile id must be greater than 0, not " + id);
        }
        return new SessionContext(OptionalLong.of(id), null);
    }

    /**
     * {@return this context with one entity, without its children}
     *
     * @param id the id of the entity; 0 is the root entity
     * @throws IllegalArgumentException if the id is negative
     */
    @CheckReturnValue
    public SessionContext withEntity(long id) {
        return withEntities(EntityScope.only(id));
    }

    /**
     * {@return this context with one entity and all entities below it}
     *
     * @param id the id of the entity; 0 is the root entity
     * @throws IllegalArgumentException if the id is negative
     */
    @CheckReturnValue
    public SessionContext withEntityTree(long id) {
        return withEntities(EntityScope.tree(id));
    }

    /** {@return this context with all entities available to the profile} */
    @CheckReturnValue
    public SessionContext withAllEntities() {
        return withEntities(EntityScope.all());
    }

    /**
     * {@return this context with these entities}
     *
     * @param scope the entities
     */
    @CheckReturnValue
    public SessionContext withEntities(EntityScope scope) {
        return new SessionContext(profile, scope);
    }

    /** {@return the id of the profile, or empty for GLPI's default} */
    public OptionalLong profileId() {
        return profile;
    }

    /** {@return the entities, or empty for GLPI's default} */
    public Optional<EntityScope> entities() {
        return Optional.ofNullable(entities);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SessionContext context
                && profile.equals(context.profile)
                && entities().equals(context.entities());
    }

    @Override
    public int hashCode() {
        return profile.hashCode() * 31 + entities().hashCode();
    }

    @Override
    public String toString() {
        return "SessionContext[profile="
                + (profile.isPresent() ? String.valueOf(profile.getAsLong()) : "default")
                + ", entities="
                + entities().map(EntityScope::toString).orElse("default") + "]";
    }
}
