package io.github.glpi4j.item;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a bulk write came to.
 *
 * @param outcomes one outcome for each input, in the order of the inputs; unmodifiable
 */
public record BulkResult(List<Outcome> outcomes) {

    /**
     * Copies the outcomes.
     *
     * @param outcomes the outcomes
     */
    public BulkResult {
        outcomes = List.copyOf(outcomes);
    }

    /** What became of one input. */
    public enum Status {
        /** GLPI has confirmed the write. */
        DONE,
        /** GLPI has refused the write, or has not confirmed it in a response that names the others. */
        REFUSED,
        /** The write may have happened: its chunk had no usable response. */
        UNKNOWN,
        /** The write was not sent, because the call ended after an earlier chunk. */
        NOT_SENT
    }

    /**
     * The outcome of one input.
     *
     * @param status what became of it
     * @param id the id of the item; empty if an item was not created, or its id is unknown
     * @param message GLPI's message, or the reason of this library; may be empty
     */
    public record Outcome(Status status, OptionalLong id, String message) {}

    /** {@return whether GLPI has confirmed all writes} */
    public boolean isComplete() {
        return outcomes.stream().allMatch(outcome -> outcome.status() == Status.DONE);
    }

    /** {@return the ids of the confirmed writes, in the order of the inputs} */
    public List<Long> ids() {
        return outcomes.stream()
                .filter(outcome -> outcome.status() == Status.DONE)
                .flatMap(outcome -> outcome.id().stream().boxed())
                .toList();
    }
}
