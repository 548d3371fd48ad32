package io.github.glpi4j.massiveaction;

import java.util.List;

/**
 * What a massive action came to.
 *
 * @param outcomes one outcome for each id, in the order of the ids; unmodifiable
 */
public record MassiveActionResult(List<Outcome> outcomes) {

    /**
     * Copies the outcomes.
     *
     * @param outcomes the outcomes
     */
    public MassiveActionResult {
        outcomes = List.copyOf(outcomes);
    }

    /** What became of one item. */
    public enum Status {
        /** GLPI has confirmed the action. */
        OK,
        /** The action has failed. */
        KO,
        /** The profile lacks the right, or there is no such item. */
        NO_RIGHT,
        /** There was nothing to do. */
        NO_ACTION,
        /** The action may have been applied: the request had no usable response, or different outcomes. */
        UNKNOWN,
        /** The request was not sent, because the call ended after an earlier one. */
        NOT_SENT
    }

    /**
     * The outcome of one item.
     *
     * @param id the id of the item
     * @param status what became of it
     * @param message GLPI's messages on the request, one per line, as HTML; or the reason of this library; may be empty
     */
    public record Outcome(long id, Status status, String message) {}

    /** {@return whether GLPI has confirmed the action for all items} */
    public boolean isComplete() {
        return outcomes.stream().allMatch(outcome -> outcome.status() == Status.OK);
    }

    /**
     * {@return the ids of the items with a status, in the order of the ids}
     *
     * @param status the status
     */
    public List<Long> ids(Status status) {
        return outcomes.stream()
                .filter(outcome -> outcome.status() == status)
                .map(Outcome::id)
                .toList();
    }
}
