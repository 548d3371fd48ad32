package io.github.glpi4j.ticket;

import io.github.glpi4j.Call;
import io.github.glpi4j.CheckReturnValue;
import io.github.glpi4j.item.WriteResult;
import java.util.List;
import java.util.Map;

/**
 * What tickets, changes and problems have in common. Immutable and thread-safe. Only this library implements it; minor
 * versions add methods.
 *
 * <p>Each method is a shorthand for requests on items, which it lists with the names for tickets; a change has {@code
 * ChangeTask} instead of {@code TicketTask}, and so on. For all else, use {@code session.items("Ticket")}.
 *
 * <p>Texts are HTML. GLPI shows a text without tags with its line breaks. A write fails with a {@link
 * io.github.glpi4j.GlpiApiException} if GLPI refuses it: because of a missing right, because there is no such object
 * (GLPI then also reports a missing permission), or because the text is empty.
 */
public interface ItilObjects {

    /**
     * {@return a call that opens an object: {@code POST Ticket}}
     *
     * @param title the title, {@code name}
     * @param description the description, {@code content}
     */
    @CheckReturnValue
    OpenItilObject open(String title, String description);

    /**
     * {@return a call that adds a follow-up: {@code POST ITILFollowup}; {@code POST TicketFollowup} if GLPI is older than
     * 9.4} GLPI reopens a solved or closed object when its requester adds a follow-up.
     *
     * @param id the id of the object, greater than 0
     * @param content the text
     * @throws IllegalArgumentException if the id is not greater than 0
     */
    @CheckReturnValue
    Call<WriteResult> followUp(long id, String content);

    /**
     * {@return a call that adds a follow-up that only technicians see: as {@link #followUp}, with {@code is_private}}
     *
     * @param id the id of the object, greater than 0
     * @param content the text
     * @throws IllegalArgumentException if the id is not greater than 0
     */
    @CheckReturnValue
    Call<WriteResult> privateFollowUp(long id, String content);

    /**
     * {@return a call that adds a task that is to be done: {@code POST TicketTask}}
     *
     * @param id the id of the object, greater than 0
     * @param content the text
     * @throws IllegalArgumentException if the id is not greater than 0
     */
    @CheckReturnValue
    AddTask task(long id, String content);

    /**
     * {@return a call that adds a solution: {@code POST ITILSolution}} GLPI then sets the status to {@link
     * ItilStatus#SOLVED}. It refuses a second solution while the object is solved.
     *
     * @param id the id of the object, greater than 0
     * @param content the text
     * @throws IllegalArgumentException if the id is not greater than 0
     */
    @CheckReturnValue
    Call<WriteResult> solve(long id, String content);

    /**
     * Accepts the solution, by which GLPI closes the object: {@code POST ITILFollowup} with {@code add_close}, and then
     * {@code GET Ticket/:id}. GLPI only adds the follow-up to an object that is not solved, and reports success.
     * Therefore, the call reads the status back. It fails with a {@link io.github.glpi4j.GlpiApiException} and the code
     * {@code GLPI4J_NOT_CONFIRMED} if the object is not closed; the follow-up remains.
     *
     * @param id the id of the object, greater than 0
     * @param comment a comment; may be empty
     * @return a call that accepts the solution
     * @throws IllegalArgumentException if the id is not greater than 0
     */
    @CheckReturnValue
    Call<WriteResult> acceptSolution(long id, String comment);

    /**
     * {@return a call that rejects the solution, by which GLPI reopens the object: {@code POST ITILFollowup} with {@code
     * add_reopen}} GLPI only adds the follow-up to an object that is neither solved nor closed, and reports success.
     *
     * @param id the id of the object, greater than 0
     * @param reason the reason, which GLPI demands
     * @throws IllegalArgumentException if the id is not greater than 0, or the reason is blank
     */
    @CheckReturnValue
    Call<WriteResult> rejectSolution(long id, String reason);

    /**
     * Changes the status: {@code PUT Ticket/:id}, and then {@code GET Ticket/:id}. GLPI ignores a status that the profile
     * may not set, and reports success. Therefore, the call reads the status back. It fails with a {@link
     * io.github.glpi4j.GlpiApiException} and the code {@code GLPI4J_NOT_CONFIRMED} if the status is another one.
     *
     * @param id the id of the object, greater than 0
     * @param status the status
     * @return a call that changes the status
     * @throws IllegalArgumentException if the id is not greater than 0, or the itemtype has no such status: GLPI would
     *     store it nevertheless
     */
    @CheckReturnValue
    Call<WriteResult> setStatus(long id, ItilStatus status);

    /**
     * {@return a call that adds an actor: {@code POST Ticket_User}, {@code Group_Ticket} or {@code Supplier_Ticket}} GLPI
     * refuses an actor who has the role already, without a reason.
     *
     * @param id the id of the object, greater than 0
     * @param role the role
     * @param actor the actor
     * @throws IllegalArgumentException if the id is not greater than 0, or a supplier is not to be assigned
     */
    @CheckReturnValue
    Call<WriteResult> addActor(long id, ActorRole role, Actor actor);

    /**
     * {@return a call that lists the actors, with an entry for each role: {@code GET Ticket/:id/Ticket_User}, {@code
     * Group_Ticket} and {@code Supplier_Ticket}}
     *
     * @param id the id of the object, greater than 0
     * @throws IllegalArgumentException if the id is not greater than 0
     */
    @CheckReturnValue
    Call<Map<ActorRole, List<Actor>>> actors(long id);

    /**
     * {@return a call that reads follow-ups, tasks, approvals, solutions and documents in the order of their dates: {@code
     * GET Ticket/:id/ITILFollowup}, {@code TicketTask}, {@code TicketValidation}, {@code ITILSolution} and {@code
     * Document_Item}, one after the other} Entries that the profile may not read are missing; {@link Timeline#unreadable}
     * has their kinds. The call fails if none may be read.
     *
     * @param id the id of the object, greater than 0
     * @throws IllegalArgumentException if the id is not greater than 0
     */
    @CheckReturnValue
    Call<Timeline> timeline(long id);
}
