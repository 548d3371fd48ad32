package io.github.glpi4j.massiveaction;

/**
 * A massive action that the profile may apply.
 *
 * @param key the key, such as {@code MassiveAction:add_note}
 * @param label the label in the language of the user
 */
public record MassiveAction(String key, String label) {}
