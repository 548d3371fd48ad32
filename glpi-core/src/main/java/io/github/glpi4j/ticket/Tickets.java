package io.github.glpi4j.ticket;

import io.github.glpi4j.Call;
import io.github.glpi4j.CheckReturnValue;
import io.github.glpi4j.item.WriteResult;

/** Tickets. Immutable and thread-safe. Only this library implements it; minor versions add methods. */
public interface Tickets extends ItilObjects, Approvals {

    /**
     * {@return a call that opens a ticket for a request instead of an incident: {@link #open} with {@code type} 2}
     *
     * @param title the title, {@code name}
     * @param description the description, {@code content}
     */
    @CheckReturnValue
    OpenItilObject openRequest(String title, String description);

    /**
     * {@return a call that links a ticket to another one: {@code POST Ticket_Ticket}} GLPI refuses a second link between
     * two tickets, without a reason.
     *
     * <p>To read links, list {@code Ticket_Ticket} with a condition on {@code tickets_id_1} or {@code tickets_id_2}: {@code
     * GET Ticket/:id/Ticket_Ticket} returns the links of all tickets (API::getItems).
     *
     * @param id the id of the ticket, greater than 0
     * @param link what the ticket is to the other one
     * @param otherId the id of the other ticket, greater than 0
     * @throws IllegalArgumentException if an id is not greater than 0
     */
    @CheckReturnValue
    Call<WriteResult> link(long id, TicketLink link, long otherId);

    /**
     * {@return a call that answers the satisfaction survey of a closed ticket: {@code PUT TicketSatisfaction/:ticket}; its
     * result has the id of the ticket} GLPI creates the survey some time after it has closed the ticket. If there is none,
     * the call fails with a {@link io.github.glpi4j.GlpiApiException} and the code {@code ERROR_GLPI_UPDATE}.
     *
     * @param id the id of the ticket, greater than 0
     * @param rating from 0 to 5; since GLPI 11, to the maximum that the entity sets, at most 10
     * @param comment a comment; may be empty
     * @throws IllegalArgumentException if the id is not greater than 0, or the rating is out of range
     */
    @CheckReturnValue
    Call<WriteResult> answerSatisfaction(long id, int rating, String comment);
}
