package io.github.glpi4j.session;

import java.util.List;

/**
 * A profile that a user may work with.
 *
 * @param id the profile's id
 * @param name its name, possibly empty
 * @param entities where it applies
 */
public record Profile(long id, String name, List<ProfileEntity> entities) {

    /**
     * Copies the list.
     *
     * @param id the profile's id
     * @param name its name
     * @param entities where it applies
     */
    public Profile {
        entities = List.copyOf(entities);
    }
}
