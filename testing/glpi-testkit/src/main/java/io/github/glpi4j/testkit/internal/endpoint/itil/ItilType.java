package io.github.glpi4j.testkit.internal.endpoint.itil;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tickets, changes and problems, the types of their parts, and the meaning of their statuses. */
enum ItilType {
    TICKET("Ticket", "Ticket_User", "Group_Ticket", "Supplier_Ticket", "Item_Ticket"),
    CHANGE("Change", "Change_User", "Change_Group", "Change_Supplier", "Change_Item"),
    PROBLEM("Problem", "Problem_User", "Group_Problem", "Problem_Supplier", "Item_Problem");

    static final int INCOMING = 1;
    static final int ASSIGNED = 2;
    static final int PLANNED = 3;
    static final int WAITING = 4;
    static final int SOLVED = 5;
    static final int CLOSED = 6;
    private static final int ACCEPTED = 7;
    private static final int OBSERVED = 8;
    private static final int EVALUATION = 9;
    private static final int APPROVAL = 10;
    private static final int REFUSED = 13;
    private static final int CANCELED = 14;

    private final String itemtype;
    private final String users;
    private final String groups;
    private final String suppliers;
    private final String items;

    ItilType(String itemtype, String users, String groups, String suppliers, String items) {
        this.itemtype = itemtype;
        this.users = users;
        this.groups = groups;
        this.suppliers = suppliers;
        this.items = items;
    }

    static Optional<ItilType> of(String itemtype) {
        return Stream.of(values())
                .filter(type -> type.itemtype.equals(itemtype))
                .findFirst();
    }

    String itemtype() {
        return itemtype;
    }

    /** The column by which parts refer to their parent. */
    String key() {
        return itemtype.toLowerCase(Locale.ROOT) + "s_id";
    }

    String users() {
        return users;
    }

    String groups() {
        return groups;
    }

    String suppliers() {
        return suppliers;
    }

    List<String> actors() {
        return List.of(users, groups, suppliers);
    }

    String items() {
        return items;
    }

    String task() {
        return itemtype + "Task";
    }

    String validation() {
        return itemtype + "Validation";
    }

    /** Whether there are the statuses assigned and planned. */
    boolean isAssignable() {
        return this != CHANGE;
    }

    boolean isNew(int status) {
        return switch (this) {
            case TICKET -> status == INCOMING;
            case CHANGE -> Set.of(INCOMING, ACCEPTED, EVALUATION, APPROVAL).contains(status);
            case PROBLEM -> status == INCOMING || status == ACCEPTED;
        };
    }

    boolean isSolved(int status) {
        return status == SOLVED || (this != TICKET && status == OBSERVED);
    }

    boolean isClosed(int status) {
        return status == CLOSED || (this == CHANGE && (status == REFUSED || status == CANCELED));
    }

    /** Whether an answer of the requester opens the object again. */
    boolean isReopenable(int status) {
        return this == CHANGE
                ? isClosed(status) || status == SOLVED
                : Set.of(CLOSED, SOLVED, WAITING, OBSERVED).contains(status);
    }
}
