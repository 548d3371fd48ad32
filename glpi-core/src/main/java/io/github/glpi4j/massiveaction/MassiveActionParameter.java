package io.github.glpi4j.massiveaction;

/**
 * A field of the form that GLPI's web interface shows for a massive action.
 *
 * @param name the name in the input
 * @param type the kind of field, such as {@code text}, {@code number} or {@code dropdown}
 */
public record MassiveActionParameter(String name, String type) {}
