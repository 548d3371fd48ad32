package io.github.glpi4j.ticket;

import io.github.glpi4j.item.Item;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An entry of the timeline of a ticket, change or problem.
 *
 * @param kind the kind of entry
 * @param id the id of the follow-up, task, solution or approval; of a document, the id of the document
 * @param date when it was added or answered, in the time zone of the user or the server, which GLPI does not report
 * @param userId the author; of an answer, the user who was asked, who may not be a user since GLPI 11
 * @param content the text, which is HTML; empty for a document
 * @param isPrivate whether only technicians see it
 * @param item all fields of the entry
 */
public record TimelineEntry(
        Kind kind,
        long id,
        Optional<LocalDateTime> date,
        OptionalLong userId,
        String content,
        boolean isPrivate,
        Item item) {

    /** The kinds of entries. */
    public enum Kind {
        /** {@code ITILFollowup}. */
        FOLLOW_UP,
        /** {@code TicketTask}, {@code ChangeTask} or {@code ProblemTask}. */
        TASK,
        /** {@code TicketValidation} or {@code ChangeValidation}: a request. */
        APPROVAL_REQUEST,
        /** {@code TicketValidation} or {@code ChangeValidation}: the answer to a request. */
        APPROVAL_ANSWER,
        /** {@code Document_Item}: a document attached to the object itself, not to one of its entries. */
        DOCUMENT,
        /** {@code ITILSolution}. */
        SOLUTION
    }
}
