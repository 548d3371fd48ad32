package io.github.glpi4j.examples;

import static io.github.glpi4j.search.Condition.anyOf;
import static io.github.glpi4j.search.Condition.field;

import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.Page;
import io.github.glpi4j.search.Condition;
import java.util.List;
import java.util.stream.Stream;

/** Finds tickets and computers by conditions. */
public final class FindTickets {

    private FindTickets() {}

    /**
     * Finds new and assigned tickets about printers.
     *
     * @param glpi a client
     * @return the newest 50 of them
     */
    public static Page<Item> aboutPrinters(GlpiClient glpi) {
        // tag::search[]
        Page<Item> found = glpi.session()
                .search("Ticket")
                .where(field("name").contains("printer"))
                .where(anyOf(field("status").is(1), field("status").is(2)))
                .columns("name", "status", "date")
                .sortByDescending("date")
                .range(0, 49)
                .execute();
        // end::search[]
        return found;
    }

    /**
     * Finds the tickets of a computer.
     *
     * @param glpi a client
     * @param computer a part of the computer's name
     * @return their names
     */
    public static List<String> ofComputer(GlpiClient glpi, String computer) {
        // tag::linked[]
        Condition ofComputer = field("Computer", "name").contains(computer);
        try (Stream<Item> tickets = glpi.session().search("Ticket").where(ofComputer).columns("name").all().stream()) {
            return tickets.map(ticket -> ticket.text("name").orElse("?")).toList();
        }
        // end::linked[]
    }
}
