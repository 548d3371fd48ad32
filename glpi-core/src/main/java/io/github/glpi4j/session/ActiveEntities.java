package io.github.glpi4j.session;

import java.util.List;
import java.util.OptionalLong;

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
}
