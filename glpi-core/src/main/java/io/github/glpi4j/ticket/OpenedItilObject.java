package io.github.glpi4j.ticket;

import java.util.List;

/**
 * A ticket, change or problem that GLPI has created.
 *
 * @param id its id
 * @param message GLPI's message in the language of the user; may be empty, and has HTML entities since GLPI 11
 * @param unconfirmed the actors, documents and items that GLPI does not report for it, in words, such as {@code assigned
 *     group 3}: they do not exist, a business rule has replaced them, or they could not be read back; unmodifiable
 */
public record OpenedItilObject(long id, String message, List<String> unconfirmed) {

    /**
     * Copies the list.
     *
     * @param id the id
     * @param message the message
     * @param unconfirmed what is not confirmed
     */
    public OpenedItilObject {
        unconfirmed = List.copyOf(unconfirmed);
    }
}
