package io.github.glpi4j.session;

/**
 * An entity that the active profile may work in.
 *
 * @param id the entity's id; 0 is the root entity
 * @param name its full name as GLPI sends it; up to GLPI 10 {@code &}, {@code <} and {@code >} in it are HTML entities
 */
public record Entity(long id, String name) {}
