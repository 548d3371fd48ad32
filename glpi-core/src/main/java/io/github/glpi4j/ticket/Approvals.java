package io.github.glpi4j.ticket;

import io.github.glpi4j.Call;
import io.github.glpi4j.CheckReturnValue;
import io.github.glpi4j.item.WriteResult;

/** Approvals of tickets and changes; GLPI calls them validations. */
public interface Approvals {

    /**
     * {@return a call that asks a user for approval: {@code POST TicketValidation} or {@code ChangeValidation}; its result
     * has the id of the approval}
     *
     * @param id the id of the ticket or change, greater than 0
     * @param userId the user who is asked, greater than 0
     * @param comment what is to be approved; may be empty
     * @throws IllegalArgumentException if an id is not greater than 0
     */
    @CheckReturnValue
    Call<WriteResult> requestApproval(long id, long userId, String comment);

    /**
     * Grants an approval: {@code PUT TicketValidation/:id}, and then {@code GET TicketValidation/:id}. GLPI 11 ignores an
     * answer of a user who was not asked, and reports success. Therefore, the call reads the answer back. It fails with a
     * {@link io.github.glpi4j.GlpiApiException} and the code {@code GLPI4J_NOT_CONFIRMED} if it is not there.
     *
     * @param approvalId the id of the approval, not of the ticket
     * @param comment a comment; may be empty
     * @return a call that grants the approval
     * @throws IllegalArgumentException if the id is not greater than 0
     */
    @CheckReturnValue
    Call<WriteResult> approve(long approvalId, String comment);

    /**
     * Refuses an approval, as {@link #approve} grants it.
     *
     * @param approvalId the id of the approval, not of the ticket
     * @param reason the reason, which GLPI demands
     * @return a call that refuses the approval
     * @throws IllegalArgumentException if the id is not greater than 0, or the reason is blank
     */
    @CheckReturnValue
    Call<WriteResult> refuse(long approvalId, String reason);
}
