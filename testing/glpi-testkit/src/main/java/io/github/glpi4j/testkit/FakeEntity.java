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

    /**
     * The root entity, id 0, that every GLPI has.
     *
     * @return the root entity
     */
    public static FakeEntity root() {
        return new FakeEntity(0, "Root entity", null);
    }

    /**
     * An entity below another one.
     *
     * @param id its id, above 0
     * @param name its own name, without those of its parents
     * @param parent the id of the entity above it
     * @return the entity
     */
    public static FakeEntity of(int id, String name, int parent) {
        if (id <= 0 || id == parent) {
            throw new IllegalArgumentException("not an id for an entity below " + parent + ": " + id);
        }
        return new FakeEntity(id, name, parent);
    }

    /**
     * The id.
     *
     * @return 0 for the root
     */
    public int id() {
        return id;
    }

    /**
     * The entity's own name.
     *
     * @return the name without those of the parents
     */
    public String name() {
        return name;
    }

    /**
     * The entity above.
     *
     * @return its id, null for the root
     */
    public @Nullable Integer parent() {
        return parent;
    }

    @Override
    public String toString() {
        return "FakeEntity[" + id + ", " + name + "]";
    }
}
