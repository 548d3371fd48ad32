package io.github.glpi4j.testkit.internal.state.item;

import java.util.Set;

/**
 * The entities whose items a session sees.
 *
 * @param active the active entities
 * @param ancestors the entities above them, whose items are visible if they are recursive
 */
public record VisibleEntities(Set<Integer> active, Set<Integer> ancestors) {

    public VisibleEntities {
        active = Set.copyOf(active);
        ancestors = Set.copyOf(ancestors);
    }

    public boolean contain(Item item, Columns columns) {
        int entity = columns.value(item, "entities_id").asInt();
        return active.contains(entity)
                || (columns.value(item, "is_recursive").asInt() != 0 && ancestors.contains(entity));
    }
}
