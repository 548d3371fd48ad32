package io.github.glpi4j.testkit.internal.endpoint.itil;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.glpi4j.testkit.internal.state.item.Item;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Satisfaction surveys of tickets, which GLPI finds by the id of the ticket. */
final class SatisfactionHook implements ItilHook {
    private static final int SURVEY = 131072;
    private static final long MAX_AGE = Duration.ofHours(12).toSeconds();

    private final Itil itil;

    SatisfactionHook(Itil itil) {
        this.itil = itil;
    }

    @Override
    public Optional<String> beforeAdd(ObjectNode fields) {
        JsonNode ticket = fields.path("tickets_id");
        boolean known =
                !itil.rows("TicketSatisfaction", Map.of("tickets_id", ticket)).isEmpty();
        return known ? Optional.of(duplicate(ticket.asText())) : Optional.empty();
    }

    private String duplicate(String ticket) {
        String error = "Duplicate entry '" + ticket + "' for key 'tickets_id'";
        String sql = "INSERT INTO `glpi_ticketsatisfactions` (`tickets_id`) VALUES ('" + ticket + "')";
        return itil.isFrom11() ? "MySQL query error: " + error + " (1062) in SQL query \"" + sql + "\"." : error;
    }

    @Override
    public int shownId(Item added) {
        return itil.isFrom11() ? ticket(added).asInt() : added.id();
    }

    private JsonNode ticket(Item survey) {
        return itil.table("TicketSatisfaction").columns().value(survey, "tickets_id");
    }

    @Override
    public boolean mayUpdate(Item item) {
        JsonNode answered = itil.table("TicketSatisfaction").columns().value(item, "date_answered");
        boolean late = itil.seconds(answered, TextNode.valueOf(itil.now())) > MAX_AGE;
        return !late
                && itil.find(ItilType.TICKET, ticket(item))
                        .filter(this::mayAnswer)
                        .isPresent();
    }

    private boolean mayAnswer(ItilObject ticket) {
        return ticket.isUser(Actor.REQUESTER)
                || (ticket.value("users_id_recipient").asInt() == itil.user() && itil.hasRight("ticket", SURVEY));
    }

    /** GLPI needs the ticket in the input, too. */
    @Override
    public Optional<String> beforeUpdate(Item item, ObjectNode input, ObjectNode changes) {
        if (!input.hasNonNull("tickets_id")) {
            return Optional.of("");
        }
        boolean answered =
                input.has("satisfaction") ? input.path("satisfaction").asInt() >= 0 : !itil.isFrom11();
        if (answered) {
            changes.put("date_answered", itil.now());
        }
        if (itil.isFrom11() && changes.hasNonNull("satisfaction")) {
            changes.set("satisfaction_scaled_to_5", changes.path("satisfaction"));
        }
        return Optional.empty();
    }

    @Override
    public boolean canDelete() {
        return false;
    }
}
