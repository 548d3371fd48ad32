package io.github.glpi4j.testkit.internal.state;

import io.github.glpi4j.testkit.FakeEntity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The entities as a tree; immutable. */
public final class EntityTree {
    private final Map<Integer, FakeEntity> entities = new LinkedHashMap<>();

    /** Parents must precede their children in the list. */
    EntityTree(List<FakeEntity> entities) {
        for (FakeEntity entity : entities) {
            Integer parent = entity.parent();
            if (parent != null && !this.entities.containsKey(parent)) {
                throw new IllegalArgumentException("unknown parent " + parent + " of " + entity);
            }
            if (this.entities.put(entity.id(), entity) != null) {
                throw new IllegalArgumentException("duplicate entity id " + entity.id());
            }
        }
    }

    public FakeEntity get(int id) {
        FakeEntity entity = entities.get(id);
        if (entity == null) {
            throw new IllegalArgumentException("unknown entity: " + id);
        }
        return entity;
    }

    /** Returns the entity and, if recursive, its descendants. */
    public SortedSet<Integer> reach(int id, boolean recursive) {
        SortedSet<Integer> reach = new TreeSet<>(List.of(get(id).id()));
        if (recursive) {
            // Parents come first, so one pass also finds grandchildren.
            entities.values().stream()
                    .filter(entity -> entity.parent() != null && reach.contains(entity.parent()))
                    .forEach(entity -> reach.add(entity.id()));
        }
        return reach;
    }

    /** Returns the ids of the ancestors, root first. */
    public List<Integer> ancestors(int id) {
        Deque<Integer> ancestors = new ArrayDeque<>();
        for (Integer parent = get(id).parent();
                parent != null;
                parent = get(parent).parent()) {
            ancestors.addFirst(parent);
        }
        return List.copyOf(ancestors);
    }

    /** Joins all names from the root down, as GLPI displays an entity. */
    public String completeName(int id) {
        List<String> names = new ArrayList<>();
        ancestors(id).forEach(ancestor -> names.add(get(ancestor).name()));
        names.add(get(id).name());
        return String.join(" > ", names);
    }

    /** Returns all entities, parents before their children. */
    Collection<FakeEntity> list() {
        return Collections.unmodifiableCollection(entities.values());
    }

    public int size() {
        return entities.size();
    }

    boolean holds(@Nullable Integer id) {
        return id != null && entities.containsKey(id);
    }
}
