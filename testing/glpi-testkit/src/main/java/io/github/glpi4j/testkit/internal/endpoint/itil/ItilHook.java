package io.github.glpi4j.testkit.internal.endpoint.itil;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.internal.state.item.Item;
import java.util.Optional;

/** What GLPI does in addition when a client writes items of a type. */
public interface ItilHook {
    /** For types of which GLPI only stores the items. */
    ItilHook NONE = new ItilHook() {};

    /** Whether the session may add an item to its parent; the profile allows it. */
    default boolean mayAdd(ObjectNode fields) {
        return true;
    }

    /** Completes the fields of a new item; returns the message of a refusal. */
    default Optional<String> beforeAdd(ObjectNode fields) {
        return Optional.empty();
    }

    /** Adds what belongs to a new item; the input includes fields that are not stored. */
    default void afterAdd(Item added, ObjectNode input) {}

    /** Returns the message about a new item. */
    default String message(Item added, String name) {
        return "Item successfully added: " + name;
    }

    /** Returns the id that the response to an add contains. */
    default int shownId(Item added) {
        return added.id();
    }

    /** Whether the session may change this item; the profile allows it. */
    default boolean mayUpdate(Item item) {
        return true;
    }

    /**
     * Completes the changes of an item; returns the message of a refusal.
     *
     * @param input all fields that the client sent
     * @param changes those that differ from the item's
     */
    default Optional<String> beforeUpdate(Item item, ObjectNode input, ObjectNode changes) {
        return Optional.empty();
    }

    /** Changes what depends on an item; it is given as it was before. */
    default void afterUpdate(Item before, ObjectNode changes) {}

    /** Whether items can be deleted; otherwise GLPI refuses without a message. */
    default boolean canDelete() {
        return true;
    }

    /** Removes or changes what depended on an item. */
    default void afterPurge(Item purged) {}
}
