package io.github.glpi4j.session;

import java.util.OptionalLong;

/**
 * A set of entities: one entity, one entity with all entities below it, or all entities available to the profile.
 * Immutable.
 */
public final class EntityScope {

    private static final EntityScope ALL = new EntityScope(OptionalLong.empty(), false);

    private final OptionalLong entity;
    private final boolean recursive;

    private EntityScope(OptionalLong entity, boolean recursive) {
        this.entity = entity;
        this.recursive = recursive;
    }

    /**
     * {@return the entity without its children}
     *
     * @param id the id of the entity; 0 is the root entity
     * @throws IllegalArgumentException if the id is negative
     */
    public static EntityScope only(long id) {
        return new EntityScope(OptionalLong.of(check(id)), false);
    }

    /**
     * {@return the entity and all entities below it}
     *
     * @param id the id of the entity; 0 is the root entity
     * @throws IllegalArgumentException if the id is negative
     */
    public static EntityScope tree(long id) {
        return new EntityScope(OptionalLong.of(check(id)), true);
    }

    /** {@return all entities available to the profile} */
    public static EntityScope all() {
        return ALL;
    }

    private static long check(long id) {
        if (id < 0) {
            throw new IllegalArgumentException("the entity id must be 0 or greater, not " + id);
        }
        return id;
    }

    /** {@return the id of the entity, or empty for all entities} */
    public OptionalLong entityId() {
        return entity;
    }

    /** {@return whether the entities below the entity are included} */
    public boolean isRecursive() {
        return recursive;
    }

    // Not a record: after a call of equals(), the JDK would retain the class loader of a record.
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
