package io.github.glpi4j.session;

import io.github.glpi4j.CheckReturnValue;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * In which profile and entity a session works. Immutable; what is not said stays as GLPI chooses it at login: the
 * user's default profile and entity.
 *
 * <pre>{@code Context.profile(4).entity(0).recursive()}</pre>
 */
public final class Context {

    private static final Context DEFAULT = new Context(OptionalLong.empty(), OptionalLong.empty(), false, false);

    private final OptionalLong profile;
    private final OptionalLong entity;
    private final boolean recursive;
    private final boolean allEntities;

    private Context(OptionalLong profile, OptionalLong entity, boolean recursive, boolean allEntities) {
        this.profile = profile;
        this.entity = entity;
        this.recursive = recursive;
        this.allEntities = allEntities;
    }

    /**
     * Nothing said: what GLPI chooses.
     *
     * @return the user's defaults
     */
    public static Context defaults() {
        return DEFAULT;
    }

    /**
     * In a profile.
     *
     * @param id the profile's id, above 0
     * @return the context
     * @throws IllegalArgumentException for another number
     */
    @CheckReturnValue
    public static Context profile(long id) {
        return DEFAULT.withProfile(id);
    }

    /**
     * This context in another profile. GLPI then chooses the entity anew, so an entity said before is dropped.
     *
     * @param id the profile's id, above 0
     * @return a new context
     * @throws IllegalArgumentException for another number
     */
    @CheckReturnValue
    public Context withProfile(long id) {
        if (id < 1) {
            throw new IllegalArgumentException("a profile's id is above 0, not " + id);
        }
        return new Context(OptionalLong.of(id), OptionalLong.empty(), false, false);
    }

    /**
     * This context in one entity, without its children.
     *
     * @param id the entity's id; 0 is the root entity
     * @return a new context
     * @throws IllegalArgumentException for a negative number
     */
    @CheckReturnValue
    public Context entity(long id) {
        if (id < 0) {
            throw new IllegalArgumentException("an entity's id is 0 or above, not " + id);
        }
        return new Context(profile, OptionalLong.of(id), false, false);
    }

    /**
     * This context with the children of its entity.
     *
     * @return a new context
     * @throws IllegalStateException if no entity was said
     */
    @CheckReturnValue
    public Context recursive() {
        if (entity.isEmpty()) {
            throw new IllegalStateException("say the entity before recursive()");
        }
        return new Context(profile, entity, true, false);
    }

    /**
     * This context in all entities that the profile may see.
     *
     * @return a new context
     */
    @CheckReturnValue
    public Context allEntities() {
        return new Context(profile, OptionalLong.empty(), false, true);
    }

    /**
     * The profile.
     *
     * @return its id, or empty for GLPI's choice
     */
    public OptionalLong profileId() {
        return profile;
    }

    /**
     * The entity.
     *
     * @return its id, or empty for GLPI's choice or all
     */
    public OptionalLong entityId() {
        return entity;
    }

    /**
     * Whether the entity's children count.
     *
     * @return true if they do
     */
    public boolean isRecursive() {
        return recursive;
    }

    /**
     * Whether all entities are meant.
     *
     * @return true if they are
     */
    public boolean isAllEntities() {
        return allEntities;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Context context
                && profile.equals(context.profile)
                && entity.equals(context.entity)
                && recursive == context.recursive
                && allEntities == context.allEntities;
    }

    @Override
    public int hashCode() {
        return profile.hashCode() * 31 + entity.hashCode();
    }

    @Override
    public String toString() {
        return "Context[profile=" + shown(profile) + ", entity="
                + (allEntities ? "all" : shown(entity) + (recursive ? " recursive" : "")) + "]";
    }

    private static String shown(OptionalLong id) {
        return Optional.of(id)
                .filter(OptionalLong::isPresent)
                .map(present -> String.valueOf(present.getAsLong()))
                .orElse("default");
    }
}
