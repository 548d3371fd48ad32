package io.github.glpi4j.testkit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change of an item that a client requested, and that a rule may refuse, see {@link FakeGlpiBuilder#refusing}.
 *
 * @param action what the client requested
 * @param type the itemtype, such as {@code Computer}
 * @param item the item as it would be after an {@code ADD} or {@code UPDATE}, otherwise as it is; unmodifiable
 */
public record ItemWrite(Action action, String type, Map<String, @Nullable Object> item) {

    /** The kinds of changes. */
    public enum Action {
        /** Adds an item. */
        ADD,
        /** Changes fields of an item. */
        UPDATE,
        /** Moves an item to the trash. */
        DELETE,
        /** Deletes an item for good. */
        PURGE
    }
}
