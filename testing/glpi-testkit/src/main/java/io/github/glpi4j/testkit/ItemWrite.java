package io.github.glpi4j.testkit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change of an item that a client requested, and that a rule may refuse, see {@link FakeGlpiBuilder#refusing}.
 *
 * @param action what the client requested
 * @param type the itemtype, such as {@code Computer}
 * @param item the fields of the item as they would be after an {@code ADD} or {@code UPDATE}, also those that GLPI does not
 *     store; otherwise as they are; a new item has the id 0; unmodifiable
 */
public record ItemWrite(Action action, String type, Map<String, @Nullable Object> item) {

    /** {@return the action and the type; fields may be secret} */
    @Override
    public String toString() {
        return "ItemWrite[" + action + ", " + type + "]";
    }

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
