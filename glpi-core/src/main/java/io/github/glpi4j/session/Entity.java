package io.github.glpi4j.session;

/**
 * An entity that is available to the active profile.
 *
 * @param id the id of the entity; 0 is the root entity
 * @param name the full name, such as {@code Root entity > Paris}; the encoding of GLPI 10 and earlier is removed
 */
public record Entity(long id, String name) {}
