package io.github.glpi4j.session;

/**
 * An entity in which a profile applies.
 *
 * @param id the entity's id; 0 is the root entity
 * @param name its name, possibly empty
 * @param recursive whether the profile applies to its children too
 */
public record ProfileEntity(long id, String name, boolean recursive) {}
