package io.github.glpi4j.session;

/**
 * An entity that the active profile may work in.
 *
 * @param id the entity's id; 0 is the root entity
 * @param name its full name, such as {@code Root entity > Paris}; what GLPI up to version 10 encodes in it is decoded
 */
public record Entity(long id, String name) {}
