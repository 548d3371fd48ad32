package io.github.glpi4j.session;

import io.github.glpi4j.CheckReturnValue;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The profile and the entities in which a session works. Immutable. What is not set stays as GLPI chooses it at login:
 * the user's default profile and entity.
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

    /** {@return the user's default profile and entity, as GLPI chooses them} */
    public static SessionContext defaults() {
        return DEFAULTS;
    }

    /**
     * Returns this context in another profile. GLPI then chooses the entity anew, so an entity set before is dropped.
     *
     * @param id the profile's id, above 0
     * @return a new context
     * @throws IllegalArgumentException for another number
     */
    @CheckReturnValue
    public SessionContext withProfile(long id) {
        if (id < 1) {
            throw new IllegalArgumentException("a profile's id is above 0, not " + id);
        }
        return new SessionContext(OptionalLong.of(id), null);
    }

    /**
     * Returns this context in one entity, without its children.
     *
     * @param id the entity's id; 0 is the root entity
     * @return a new context
     * @throws IllegalArgumentException for a negative number
     */
    @CheckReturnValue
    public SessionContext withEntity(long id) {
        return withEntities(EntityScope.only(id));
    }

    /**
     * Returns this context in one entity and all entities below it.
     *
     * @param id the entity's id; 0 is the root entity
     * @return a new context
     * @throws IllegalArgumentException for a negative number
     */
    @CheckReturnValue
    public SessionContext withEntityTree(long id) {
        return withEntities(EntityScope.tree(id));
    }

    /** {@return this context in all entities that the profile may see} */
    @CheckReturnValue
    public SessionContext withAllEntities() {
        return withEntities(EntityScope.all());
    }

    /**
     * Returns this context in these entities.
     *
     * @param scope the entities
     * @return a new context
     */
    @CheckReturnValue
    public SessionContext withEntities(EntityScope scope) {
        return new SessionContext(profile, scope);
    }

    /** {@return the profile's id, or empty for GLPI's choice} */
    public OptionalLong profileId() {
        return profile;
    }

    /** {@return the entities, or empty for GLPI's choice} */
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
