package io.github.glpi4j.testkit;

import java.util.Optional;

/** Refuses changes of items, see {@link FakeGlpiBuilder#refusing}. Called on any thread. */
@FunctionalInterface
public interface ItemRule {
    /**
     * Decides on a change.
     *
     * @param write the change
     * @return the message with which GLPI refuses it, empty to allow it
     */
    Optional<String> refusal(ItemWrite write);
}
