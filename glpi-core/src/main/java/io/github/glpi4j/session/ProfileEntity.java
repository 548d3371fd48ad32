package io.github.glpi4j.session;

/**
 * An entity that a profile applies to.
 *
 * @param id the id of the entity; 0 is the root entity
 * @param name the name; may be empty
 * @param recursive whether the profile also applies to its children
 */
public record ProfileEntity(long id, String name, boolean recursive) {}
