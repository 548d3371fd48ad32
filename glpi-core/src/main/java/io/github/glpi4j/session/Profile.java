package io.github.glpi4j.session;

import java.util.List;

/**
 * A profile that is available to the user.
 *
 * @param id the id of the profile
 * @param name the name; may be empty
 * @param entities the entities that the profile applies to
 */
public record Profile(long id, String name, List<ProfileEntity> entities) {

    /**
     * Copies the list.
     *
     * @param id the id of the profile
     * @param name the name; may be empty
     * @param entities the entities that the profile applies to
     */
    public Profile {
        entities = List.copyOf(entities);
    }
}
