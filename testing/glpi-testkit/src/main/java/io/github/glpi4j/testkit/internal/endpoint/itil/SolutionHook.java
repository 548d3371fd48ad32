package io.github.glpi4j.testkit.internal.endpoint.itil;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.internal.api.PhpFailure;
import io.github.glpi4j.testkit.internal.state.item.Item;
import java.util.Optional;

/** Solutions, which solve their object. */
final class SolutionHook implements ItilHook {
    private static final int WAITING = 2;
    private static final int ACCEPTED = 3;

    private final Itil itil;

    SolutionHook(Itil itil) {
        this.itil = itil;
    }

    /** GLPI 10 fails without a parent, and stores a solution of one that does not exist. */
    @Override
    public boolean mayAdd(ObjectNode fields) {
        Optional<ItilType> type = ItilType.of(fields.path("itemtype").asText());
        if (type.isEmpty()) {
            if (itil.isFrom11()) {
                return false;
            }
            throw new PhpFailure();
        }
        Optional<ItilObject> object = itil.find(type.get(), fields.path("items_id"));
        return object.isEmpty()
                || itil.readable(type.get(), fields.path("items_id"))
                        .filter(readable -> !type.get().isClosed(readable.status()))
                        .isPresent();
    }

    @Override
    public Optional<String> beforeAdd(ObjectNode fields) {
        ItilObject object = itil.parent(fields).orElse(null);
        if (object == null) {
            return itil.isFrom11() ? Optional.of("") : Optional.empty();
        }
        if (object.type().isSolved(object.status())) {
            return Optional.of("The item is already solved, did anyone pushed a solution before you?");
        }
        if (object.type() == ItilType.TICKET) {
            fields.put("status", WAITING);
        } else {
            fields.put("status", ACCEPTED).put("users_id_approval", itil.user()).put("date_approval", itil.now());
        }
        return Optional.empty();
    }

    /** The solution also solves open duplicates of a ticket. */
    @Override
    public void afterAdd(Item added, ObjectNode input) {
        itil.parent(input).ifPresent(object -> {
            if (object.type() == ItilType.TICKET) {
                for (ItilObject duplicate : object.openDuplicates()) {
                    ObjectNode copy = added.fields().deepCopy().put("items_id", duplicate.id());
                    copy.remove("id");
                    itil.table("ITILSolution").add(copy);
                }
            }
            object.update(Itil.object().put("status", ItilType.SOLVED));
        });
    }

    @Override
    public String message(Item added, String name) {
        return "Item successfully added: " + added.id();
    }
}
