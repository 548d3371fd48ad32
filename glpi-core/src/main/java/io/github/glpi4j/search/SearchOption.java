package io.github.glpi4j.search;

import java.util.List;

/**
 * A field that GLPI can search and show for an itemtype.
 *
 * @param id GLPI's number, such as 1 for the name; plugins add their own
 * @param name the label in the language of the user
 * @param uid the path to the field, such as {@code Ticket.Ticket_User.User.name}; several options may have the same
 * @param table the table of the database
 * @param field the column of the table
 * @param datatype GLPI's name for the kind of values, such as {@code datetime}, {@code dropdown} or {@code text}; may be
 *     empty
 * @param searchTypes the conditions that the field supports, such as {@code contains} and {@code equals}; empty if GLPI
 *     does not report them
 * @param searchable whether conditions may use the field
 * @param displayable whether the field may be a column
 */
public record SearchOption(
        long id,
        String name,
        String uid,
        String table,
        String field,
        String datatype,
        List<String> searchTypes,
        boolean searchable,
        boolean displayable) {

    /**
     * Copies the list.
     *
     * @param id GLPI's number
     * @param name the label
     * @param uid the path to the field
     * @param table the table
     * @param field the column of the table
     * @param datatype the kind of values
     * @param searchTypes the conditions that the field supports
     * @param searchable whether conditions may use the field
     * @param displayable whether the field may be a column
     */
    public SearchOption {
        searchTypes = List.copyOf(searchTypes);
    }
}
