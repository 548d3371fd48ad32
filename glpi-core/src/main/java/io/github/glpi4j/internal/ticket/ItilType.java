package io.github.glpi4j.internal.ticket;

import io.github.glpi4j.ticket.Actor;
import io.github.glpi4j.ticket.ItilStatus;

/** GLPI's names for an ITIL object and what belongs to it, which follow no rule. */
public enum ItilType {
    TICKET("Ticket", "tickets_id", "Group_Ticket", "Item_Ticket"),
    CHANGE("Change", "changes_id", "Change_Group", "Change_Item"),
    PROBLEM("Problem", "problems_id", "Group_Problem", "Item_Problem");

    private final String itemtype;
    private final String foreignKey;
    private final String groups;
    private final String items;

    ItilType(String itemtype, String foreignKey, String groups, String items) {
        this.itemtype = itemtype;
        this.foreignKey = foreignKey;
        this.groups = groups;
        this.items = items;
    }

    String itemtype() {
        return itemtype;
    }

    /** The field with the id of the object in what belongs to it. */
    String foreignKey() {
        return foreignKey;
    }

    String task() {
        return itemtype + "Task";
    }

    String validation() {
        return itemtype + "Validation";
    }

    boolean hasValidations() {
        return this != PROBLEM;
    }

    boolean hasStatus(ItilStatus status) {
        return switch (status) {
            case NEW, PENDING, SOLVED, CLOSED -> true;
            case ASSIGNED, PLANNED -> this != CHANGE;
            case ACCEPTED, OBSERVED -> this != TICKET;
            case APPROVAL -> this != PROBLEM;
            case EVALUATION, TESTING, QUALIFICATION, REFUSED, CANCELED -> this == CHANGE;
        };
    }

    /** The itemtype that links actors of a kind to the object. */
    String actors(Actor.Kind kind) {
        return switch (kind) {
            case USER, EMAIL -> itemtype + "_User";
            case GROUP -> groups;
            case SUPPLIER -> this == TICKET ? "Supplier_Ticket" : itemtype + "_Supplier";
        };
    }

    /** The itemtype that links items to the object. */
    String items() {
        return items;
    }
}
