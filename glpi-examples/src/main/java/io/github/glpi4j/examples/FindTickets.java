package io.github.glpi4j.examples;

import static io.github.glpi4j.search.Condition.anyOf;
import static io.github.glpi4j.search.Condition.field;

import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.Page;
import io.github.glpi4j.search.Condition;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Finds tickets by conditions. */
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

    /**
     * Finds the open tickets that are assigned to a group.
     *
     * @param glpi a client
     * @param group the id of the group
     * @return a page of tickets
     */
    public static Page<Item> ofGroup(GlpiClient glpi, long group) {
        // tag::of-group[]
        Page<Item> open = glpi.session()
                .search("Ticket")
                .where(field("8").is(group)) // 8: assigned, 71: requester, 65: observer
                .where(field("status").is("notold"))
                .columns("name", "status")
                .execute();
        // end::of-group[]
        return open;
    }

    /**
     * Finds the tickets that are assigned to the user of the session.
     *
     * @param glpi a client
     * @return a page of tickets
     */
    public static Page<Item> assignedToMe(GlpiClient glpi) {
        // tag::assigned-to-me[]
        Page<Item> mine = glpi.session()
                .search("Ticket")
                .where(field("5").is("myself")) // 5: assigned, 4: requester, 66: observer
                .columns("name", "status")
                .execute();
        // end::assigned-to-me[]
        return mine;
    }

    /**
     * Finds the open tickets on which no one works.
     *
     * @param glpi a client
     * @return the tickets
     */
    public static List<Item> unassigned(GlpiClient glpi) {
        // tag::unassigned[]
        try (Stream<Item> open = glpi
                .session()
                .search("Ticket")
                .where(field("status").is("notold"))
                .columns("name", "5", "8") // assigned users and groups
                .all()
                .stream()) {
            return open.filter(ticket -> ticket.value("5") == null && ticket.value("8") == null)
                    .toList();
        }
        // end::unassigned[]
    }

    /**
     * Finds the tickets that were changed after a time.
     *
     * @param glpi a client
     * @param since the time, in the time zone of GLPI
     * @return a page of tickets
     */
    public static Page<Item> changedSince(GlpiClient glpi, LocalDateTime since) {
        // tag::changed-since[]
        DateTimeFormatter format = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
        Page<Item> changed = glpi.session()
                .search("Ticket")
                .where(field("date_mod").moreThan(format.format(since)))
                .columns("name", "date_mod")
                .sortBy("date_mod")
                .execute();
        // end::changed-since[]
        return changed;
    }

    /**
     * Finds the open tickets whose time to resolve has passed.
     *
     * @param glpi a client
     * @return a page of tickets
     */
    public static Page<Item> overdue(GlpiClient glpi) {
        // tag::overdue[]
        Page<Item> overdue = glpi.session()
                .search("Ticket")
                .where(field("status").is("notold"))
                .where(field("time_to_resolve").lessThan("NOW"))
                .columns("name", "time_to_resolve")
                .execute();
        // end::overdue[]
        return overdue;
    }

    /**
     * Finds urgent tickets of either of two groups.
     *
     * @param glpi a client
     * @param one the id of a group
     * @param other the id of another group
     * @return a page of tickets
     */
    public static Page<Item> urgentOfEither(GlpiClient glpi, long one, long other) {
        // tag::either[]
        Condition ofEither = anyOf(field("8").is(one), field("8").is(other));
        Page<Item> urgent = glpi.session()
                .search("Ticket")
                .where(ofEither.and(field("urgency").is(5)))
                .columns("name")
                .execute();
        // end::either[]
        return urgent;
    }

    /**
     * Counts the open tickets.
     *
     * @param glpi a client
     * @return their number
     */
    public static long countOpen(GlpiClient glpi) {
        // tag::count[]
        long open = glpi.session()
                .search("Ticket")
                .where(field("status").is("notold"))
                .range(0, 0)
                .execute()
                .total()
                .orElseThrow();
        // end::count[]
        return open;
    }

    /**
     * Finds the tickets to begin with.
     *
     * @param glpi a client
     * @return a page of tickets, the highest priority first, and the oldest first among equals
     */
    public static Page<Item> byPriority(GlpiClient glpi) {
        // tag::sort[]
        Page<Item> sorted = glpi.session()
                .search("Ticket")
                .columns("name", "priority", "date")
                .sortByDescending("priority")
                .sortBy("date")
                .execute();
        // end::sort[]
        return sorted;
    }

    /**
     * Finds the tickets in the trash.
     *
     * @param glpi a client
     * @return a page of tickets
     */
    public static Page<Item> inTrash(GlpiClient glpi) {
        // tag::trash[]
        Page<Item> deleted =
                glpi.session().search("Ticket").inTrash().columns("name").execute();
        // end::trash[]
        return deleted;
    }

    /**
     * Lists the titles of all tickets.
     *
     * @param glpi a client
     * @return the titles
     */
    public static List<String> titles(GlpiClient glpi) {
        // tag::all-pages[]
        try (Stream<Item> tickets = glpi.session().search("Ticket").columns("name").all().stream()) {
            return tickets.map(ticket -> ticket.text("name").orElse("?")).toList();
        }
        // end::all-pages[]
    }

    /**
     * Passes on the closed tickets, although the receiver may delete them.
     *
     * @param glpi a client
     * @param archive receives each ticket
     */
    public static void archiveClosed(GlpiClient glpi, Consumer<Item> archive) {
        // tag::by-id[]
        try (Stream<Item> closed =
                glpi.session().search("Ticket").where(field("status").is(6)).columns("name").all().byId().stream()) {
            closed.forEach(archive);
        }
        // end::by-id[]
    }
}
