package io.github.glpi4j.session;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The entities in which a session works.
 *
 * @param id the active entity; empty where GLPI names none
 * @param recursive whether its children are active too
 * @param ids all active entities
 */
public record ActiveEntities(OptionalLong id, boolean recursive, List<Long> ids) {

    /**
     * Copies the list.
     *
     * @param id the active entity
     * @param recursive whether its children are active too
     * @param ids all active entities
     */
    public ActiveEntities {
        ids = List.copyOf(ids);
    }

    /**
     * The active entity for JSON mappers, of which not all know {@code OptionalLong}.
     *
     * @return its id, or null where GLPI names none
     */
    public @Nullable Long getId() {
        return id.isPresent() ? id.getAsLong() : null;
    }
}
