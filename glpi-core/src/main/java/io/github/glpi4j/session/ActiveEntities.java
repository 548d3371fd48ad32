package io.github.glpi4j.session;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The active entities of a session.
 *
 * @param id the active entity; empty if GLPI reports none
 * @param recursive whether its children are active too
 * @param ids the ids of all active entities
 */
public record ActiveEntities(OptionalLong id, boolean recursive, List<Long> ids) {

    /**
     * Copies the list.
     *
     * @param id the active entity; empty if GLPI reports none
     * @param recursive whether its children are active too
     * @param ids the ids of all active entities
     */
    public ActiveEntities {
        ids = List.copyOf(ids);
    }

    /**
     * {@return the active entity, or null if GLPI reports none; for JSON mappers without support for {@code
     * OptionalLong}}
     */
    public @Nullable Long getId() {
        return id.isPresent() ? id.getAsLong() : null;
    }
}
