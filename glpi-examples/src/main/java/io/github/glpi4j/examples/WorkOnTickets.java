package io.github.glpi4j.examples;

import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.massiveaction.MassiveActionResult;
import io.github.glpi4j.massiveaction.MassiveActionResult.Status;
import io.github.glpi4j.ticket.Actor;
import io.github.glpi4j.ticket.ActorRole;
import io.github.glpi4j.ticket.ItilStatus;
import io.github.glpi4j.ticket.OpenedItilObject;
import io.github.glpi4j.ticket.TicketLink;
import io.github.glpi4j.ticket.Tickets;
import io.github.glpi4j.ticket.Timeline;
import io.github.glpi4j.ticket.TimelineEntry.Kind;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Opens tickets, works on them and closes them. */
public final class WorkOnTickets {

    private WorkOnTickets() {}

    /**
     * Opens a ticket.
     *
     * @param glpi a client
     * @param user the id of the requester
     * @param group the id of the group that it is assigned to
     * @param computer the id of the computer that is concerned
     * @return the ticket
     */
    public static OpenedItilObject open(GlpiClient glpi, long user, long group, long computer) {
        // tag::open[]
        OpenedItilObject opened = glpi.session()
                .tickets()
                .open("Printer on fire", "Second floor, room 217")
                .requester(Actor.user(user), Actor.email("bob@example.com"))
                .assigned(Actor.group(group))
                .urgency(5)
                .item("Computer", computer)
                .execute();
        if (!opened.unconfirmed().isEmpty()) {
            System.err.println("ticket " + opened.id() + " is without " + opened.unconfirmed());
        }
        // end::open[]
        return opened;
    }

    /**
     * Works on a ticket until it is closed.
     *
     * @param glpi a client
     * @param id the id of the ticket
     * @param technician the id of a user
     */
    public static void workOn(GlpiClient glpi, long id, long technician) {
        // tag::work[]
        Tickets tickets = glpi.session().tickets();
        tickets.addActor(id, ActorRole.ASSIGNED, Actor.user(technician)).execute();
        tickets.followUp(id, "<p>Water is <b>on its way</b>.</p>").execute();
        tickets.privateFollowUp(id, "It was the toner.").execute();
        tickets.task(id, "Bring a bucket")
                .technician(technician)
                .timeSpent(Duration.ofMinutes(20))
                .done()
                .execute();
        tickets.solve(id, "It is out.").execute();
        tickets.acceptSolution(id, "Thank you").execute();
        // end::work[]
    }

    /**
     * Asks for approval, and answers as the user who was asked.
     *
     * @param glpi a client
     * @param id the id of the ticket
     * @param user the id of the user of the session
     */
    public static void approve(GlpiClient glpi, long id, long user) {
        // tag::approve[]
        Tickets tickets = glpi.session().tickets();
        long approval =
                tickets.requestApproval(id, user, "A new printer?").execute().id();
        tickets.approve(approval, "Yes").execute();
        // end::approve[]
    }

    /**
     * Puts a ticket on hold.
     *
     * @param glpi a client
     * @param id the id of the ticket
     */
    public static void hold(GlpiClient glpi, long id) {
        // tag::status[]
        glpi.session().tickets().setStatus(id, ItilStatus.PENDING).execute();
        // end::status[]
    }

    /**
     * Links a ticket to one that it duplicates, and finds the link.
     *
     * @param glpi a client
     * @param id the id of the ticket
     * @param original the id of the other ticket
     * @return the links of the other ticket, of which it is the second one
     */
    public static List<Item> link(GlpiClient glpi, long id, long original) {
        // tag::link[]
        glpi.session().tickets().link(id, TicketLink.DUPLICATES, original).execute();
        try (Stream<Item> links =
                glpi
                        .session()
                        .items("Ticket_Ticket")
                        .list()
                        .where("tickets_id_2", "^" + original + "$")
                        .all()
                        .stream()) {
            return links.toList();
        }
        // end::link[]
    }

    /**
     * Answers the survey of a closed ticket.
     *
     * @param glpi a client
     * @param id the id of the ticket
     */
    public static void rate(GlpiClient glpi, long id) {
        // tag::rate[]
        glpi.session().tickets().answerSatisfaction(id, 4, "Fast").execute();
        // end::rate[]
    }

    /**
     * Describes what happened to a ticket.
     *
     * @param glpi a client
     * @param id the id of the ticket
     * @return a line for each entry, the oldest first
     */
    public static List<String> history(GlpiClient glpi, long id) {
        // tag::timeline[]
        Timeline timeline = glpi.session().tickets().timeline(id).execute();
        if (!timeline.unreadable().isEmpty()) {
            System.err.println("this profile may not read " + timeline.unreadable());
        }
        return timeline.entries().stream()
                .map(entry -> entry.kind() + ": " + (entry.kind() == Kind.DOCUMENT ? entry.id() : entry.content()))
                .toList();
        // end::timeline[]
    }

    /**
     * Opens a problem.
     *
     * @param glpi a client
     * @param group the id of the group that it is assigned to
     * @return its id
     */
    public static long openProblem(GlpiClient glpi, long group) {
        // tag::problem[]
        long problem = glpi.session()
                .problems()
                .open("Printers catch fire", "Third one this week")
                .assigned(Actor.group(group))
                .execute()
                .id();
        // end::problem[]
        return problem;
    }

    /**
     * Deletes a ticket for good.
     *
     * @param glpi a client
     * @param id the id of the ticket
     */
    public static void purge(GlpiClient glpi, long id) {
        // tag::purge[]
        glpi.session().items("Ticket").delete(id).purge().execute();
        // end::purge[]
    }

    /**
     * Amends the comments of computers.
     *
     * @param glpi a client
     * @param ids the ids of the computers
     * @return the outcome of each
     */
    public static MassiveActionResult amend(GlpiClient glpi, Collection<Long> ids) {
        // tag::massive-action[]
        MassiveActionResult result = glpi.session()
                .massiveActions("Computer")
                .apply("MassiveAction:amend_comment", ids)
                .input("amendment", "moved to Lyon")
                .execute();
        result.outcomes().stream()
                .filter(outcome -> outcome.status() != Status.OK)
                .forEach(outcome ->
                        System.err.println(outcome.id() + ": " + outcome.status() + " " + outcome.message()));
        // end::massive-action[]
        return result;
    }

    /**
     * Sets the comment of computers.
     *
     * @param glpi a client
     * @param ids the ids of the computers
     * @return the outcome of each
     */
    public static MassiveActionResult comment(GlpiClient glpi, Collection<Long> ids) {
        // tag::massive-update[]
        MassiveActionResult result = glpi.session()
                .massiveActions("Computer")
                .apply("MassiveAction:update", ids)
                .input("search_options", Map.of("Computer", 16)) // the number of the search option
                .input("field", "comment")
                .input("comment", "moved to Lyon")
                .execute();
        // end::massive-update[]
        return result;
    }
}
