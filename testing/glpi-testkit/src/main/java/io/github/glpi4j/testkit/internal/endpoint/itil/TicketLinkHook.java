package io.github.glpi4j.testkit.internal.endpoint.itil;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.internal.state.item.Item;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Links between tickets. */
final class TicketLinkHook implements ItilHook {
    static final int DUPLICATE = 2;

    private static final String TABLE = "Ticket_Ticket";
    private static final int LINK = 1;
    private static final int SON = 3;
    private static final int PARENT = 4;

    private final Itil itil;

    TicketLinkHook(Itil itil) {
        this.itil = itil;
    }

    /** Returns the links of a ticket in both directions. */
    static List<Item> links(Itil itil, int ticket) {
        return Stream.of("tickets_id_1", "tickets_id_2")
                .flatMap(side -> itil.rows(TABLE, Map.of(side, IntNode.valueOf(ticket))).stream())
                .toList();
    }

    /** Returns the ids of tickets to which a ticket has a link of a kind, in any direction. */
    static List<Integer> linked(Itil itil, int ticket, int link) {
        return links(itil, ticket).stream()
                .filter(row -> row.fields().path("link").asInt(LINK) == link)
                .map(row -> other(row, ticket))
                .toList();
    }

    private static int other(Item row, int ticket) {
        int first = row.fields().path("tickets_id_1").asInt();
        return first == ticket ? row.fields().path("tickets_id_2").asInt() : first;
    }

    @Override
    public boolean mayAdd(ObjectNode fields) {
        return itil.readable(ItilType.TICKET, fields.path("tickets_id_1")).isPresent()
                && itil.readable(ItilType.TICKET, fields.path("tickets_id_2")).isPresent();
    }

    /** Two tickets have one link, which can become that of a duplicate; a parent is stored as the other's son. */
    @Override
    public Optional<String> beforeAdd(ObjectNode fields) {
        int first = fields.path("tickets_id_1").asInt();
        int second = fields.path("tickets_id_2").asInt();
        if (first == second) {
            return Optional.of("");
        }
        if (!fields.hasNonNull("link")) {
            fields.put("link", LINK);
        }
        int link = fields.path("link").asInt();
        for (Item known : links(itil, first)) {
            if (other(known, first) == second) {
                if (link != DUPLICATE || known.fields().path("link").asInt(LINK) != LINK) {
                    return Optional.of("");
                }
                itil.table(TABLE).purge(known.id());
            }
        }
        if (link == PARENT) {
            JsonNode son = fields.path("tickets_id_2");
            fields.put("link", SON).set("tickets_id_2", fields.path("tickets_id_1"));
            fields.set("tickets_id_1", son);
        }
        return Optional.empty();
    }
}
