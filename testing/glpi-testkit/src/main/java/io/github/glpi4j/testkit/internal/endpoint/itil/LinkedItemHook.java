package io.github.glpi4j.testkit.internal.endpoint.itil;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.internal.api.PhpFailure;
import io.github.glpi4j.testkit.internal.state.item.Item;
import java.util.Map;
import java.util.Optional;

/** Links of tickets, changes and problems to other items, such as computers. */
final class LinkedItemHook implements ItilHook {
    private final Itil itil;
    private final ItilType type;

    LinkedItemHook(Itil itil, ItilType type) {
        this.itil = itil;
        this.type = type;
    }

    /** GLPI checks little: before 11 it fails without a ticket, and later it stores the link. */
    @Override
    public boolean mayAdd(ObjectNode fields) {
        boolean hasParent = itil.find(type, fields.path(type.key())).isPresent();
        if (itil.isFrom11()) {
            return true;
        }
        if (type != ItilType.TICKET) {
            return hasParent && linked(fields).isPresent();
        }
        if (!hasParent) {
            throw new PhpFailure();
        }
        return true;
    }

    private Optional<Item> linked(ObjectNode fields) {
        return itil.item(
                fields.path("itemtype").asText(), fields.path("items_id").asInt());
    }

    @Override
    public Optional<String> beforeAdd(ObjectNode fields) {
        boolean known = !itil.rows(
                        type.items(),
                        Map.of(
                                type.key(),
                                fields.path(type.key()),
                                "itemtype",
                                fields.path("itemtype"),
                                "items_id",
                                fields.path("items_id")))
                .isEmpty();
        return known ? Optional.of("") : Optional.empty();
    }

    /** The name of the linked item. */
    @Override
    public String message(Item added, String name) {
        if (type != ItilType.TICKET && !itil.isFrom11()) {
            return "Item successfully added: " + name;
        }
        String linked = linked(added.fields())
                .map(item -> item.fields().path("name").asText(""))
                .orElse("");
        return "Item successfully added: " + linked;
    }
}
