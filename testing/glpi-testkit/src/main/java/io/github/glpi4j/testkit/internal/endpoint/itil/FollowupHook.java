package io.github.glpi4j.testkit.internal.endpoint.itil;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.internal.api.PhpFailure;
import io.github.glpi4j.testkit.internal.state.item.Item;
import java.util.Optional;

/** Follow-ups, which may also approve or refuse a solution. */
final class FollowupHook implements ItilHook {
    private static final int ADD_TO_OWN = 4;
    private static final int ADD_TO_ALL = 4096;
    private static final int ADD_AS_OBSERVER = 16384;
    private static final int ACCEPTED = 3;

    private final Itil itil;

    FollowupHook(Itil itil) {
        this.itil = itil;
    }

    @Override
    public boolean mayAdd(ObjectNode fields) {
        String itemtype = fields.path("itemtype").asText("");
        if (!itemtype.isEmpty() && !itil.isType(itemtype) && !itil.isFrom11()) {
            throw new PhpFailure();
        }
        Optional<ItilType> type = ItilType.of(itemtype);
        // GLPI takes an object without an id for a new one.
        boolean isNew = !fields.hasNonNull("items_id");
        return type.isPresent()
                && (isNew
                        || itil.readable(type.get(), fields.path("items_id"))
                                .filter(this::mayAnswer)
                                .isPresent());
    }

    private boolean mayAnswer(ItilObject object) {
        boolean own = object.isUser(Actor.REQUESTER)
                || object.value("users_id_recipient").asInt() == itil.user();
        return itil.hasRight("followup", ADD_TO_ALL)
                || (own && itil.hasRight("followup", ADD_TO_OWN))
                || (object.isUser(Actor.OBSERVER) && itil.hasRight("followup", ADD_AS_OBSERVER))
                || object.isUser(Actor.ASSIGNED);
    }

    @Override
    public Optional<String> beforeAdd(ObjectNode fields) {
        Optional<ItilObject> parent = itil.parent(fields);
        boolean hasContent = !fields.path("content").asText("").isEmpty();
        boolean approves = fields.hasNonNull("add_close");
        boolean refuses = fields.hasNonNull("add_reopen");
        if (parent.isEmpty() && (itil.isFrom11() || hasContent)) {
            return Optional.of("");
        }
        if (!hasContent && !approves) {
            return Optional.of(
                    refuses
                            ? "If you want to reopen this item, you must specify a reason"
                            : itil.message("You can't add a followup without description"));
        }
        if (!hasContent) {
            fields.put("content", "Solution approved");
        }
        parent.ifPresent(object -> fields.put("timeline_position", object.timelinePosition()));
        return Optional.empty();
    }

    @Override
    public void afterAdd(Item added, ObjectNode input) {
        itil.parent(input).ifPresent(object -> {
            object.touch(true);
            boolean approves = input.hasNonNull("add_close");
            boolean reopens = input.hasNonNull("add_reopen") || (!approves && object.isReopenedByAnswer());
            if (approves && object.type().isSolved(object.status())) {
                object.update(Itil.object().put("status", ItilType.CLOSED));
                object.answerSolution(ACCEPTED);
            } else if (reopens && object.type().isReopenable(object.status())) {
                object.reopen();
            }
        });
    }

    @Override
    public String message(Item added, String name) {
        return "";
    }

    @Override
    public Optional<String> beforeUpdate(Item item, ObjectNode input, ObjectNode changes) {
        if (changes.has("content")) {
            changes.put("users_id_editor", itil.user());
        }
        return Optional.empty();
    }
}
