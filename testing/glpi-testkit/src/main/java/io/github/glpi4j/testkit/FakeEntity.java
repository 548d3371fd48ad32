package io.github.glpi4j.testkit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An entity of GLPI's tree. Immutable. */
public final class FakeEntity {
    private final int id;
    private final String name;
    private final @Nullable Integer parent;

    private FakeEntity(int id, String name, @Nullable Integer parent) {
        this.id = id;
        this.name = Objects.requireNonNull(name, "name");
        this.parent = parent;
    }

    /** {@return the root entity with id 0, which every GLPI has} */
    public static FakeEntity root() {
        return new FakeEntity(0, "Root entity", null);
    }

    /**
     * Creates an entity below another.
     *
     * @param id the entity's id, greater than 0
     * @param name the entity's own name, without its ancestors'
     * @param parent the id of the parent entity
     * @return the entity
     */
    public static FakeEntity of(int id, String name, int parent) {
        if (id <= 0 || id == parent) {
            throw new IllegalArgumentException("not a valid id for an entity below " + parent + ": " + id);
        }
        return new FakeEntity(id, name, parent);
    }

    /** {@return the id, 0 for the root} */
    public int id() {
        return id;
    }

    /** {@return the entity's own name, without its ancestors'} */
    public String name() {
        return name;
    }

    /** {@return the id of the parent entity, null for the root} */
    public @Nullable Integer parent() {
        return parent;
    }

    @Override
    public String toString() {
        return "FakeEntity[" + id + ", " + name + "]";
    }
}
