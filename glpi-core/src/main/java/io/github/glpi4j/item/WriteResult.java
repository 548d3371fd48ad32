package io.github.glpi4j.item;

/**
 * A write that GLPI has confirmed.
 *
 * @param id the id of the item
 * @param message GLPI's message in the language of the user; may be empty, and has HTML entities since GLPI 11
 */
public record WriteResult(long id, String message) {}
