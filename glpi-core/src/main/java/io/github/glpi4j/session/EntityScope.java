package io.github.glpi4j.session;

import java.util.OptionalLong;

/** The entities in which a session works: one, one with all below it, or all that the profile may see. Immutable. */
public final class EntityScope {

    private static final EntityScope ALL = new EntityScope(OptionalLong.empty(), false);

    private final OptionalLong entity;
    private final boolean recursive;

    private EntityScope(OptionalLong entity, boolean recursive) {
        this.entity = entity;
        this.recursive = recursive;
    }

    /**
     * Returns one entity, without its children.
     *
     * @param id the entity's id; 0 is the root entity
     * @return the scope
     * @throws IllegalArgumentException for a negative number
     */
    public static EntityScope only(long id) {
        return new EntityScope(OptionalLong.of(check(id)), false);
    }

    /**
     * Returns one entity and all entities below it.
     *
     * @param id the entity's id; 0 is the root entity
     * @return the scope
     * @throws IllegalArgumentException for a negative number
     */
    public static EntityScope tree(long id) {
        return new EntityScope(OptionalLong.of(check(id)), true);
    }

    /** {@return all entities that the profile may see} */
    public static EntityScope all() {
        return ALL;
    }

    private static long check(long id) {
        if (id < 0) {
            throw new IllegalArgumentException("an entity's id is 0 or above, not " + id);
        }
        return id;
    }

    /** {@return the entity's id, or empty for all entities} */
    public OptionalLong entityId() {
        return entity;
    }

    /** {@return whether the entities below the entity are included} */
    public boolean isRecursive() {
        return recursive;
    }

    // Not a record: the JDK would keep the class loader of one whose equals() was called.
    @Override
    public boolean equals(Object other) {
        return other instanceof EntityScope scope && entity.equals(scope.entity) && recursive == scope.recursive;
    }

    @Override
    public int hashCode() {
        return entity.hashCode() * 2 + (recursive ? 1 : 0);
    }

    @Override
    public String toString() {
        return entity.isEmpty() ? "all" : entity.getAsLong() + (recursive ? " and below" : "");
    }
}
