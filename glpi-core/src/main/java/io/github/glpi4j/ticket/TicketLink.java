package io.github.glpi4j.ticket;

/** How a ticket is related to another one. */
public enum TicketLink {
    /** The tickets are related. */
    LINKED_TO(1),
    /** The ticket duplicates the other one. */
    DUPLICATES(2),
    /** The ticket is a part of the other one. */
    CHILD_OF(3),
    /** The other ticket is a part of this one. */
    PARENT_OF(4);

    private final int code;

    TicketLink(int code) {
        this.code = code;
    }

    /** {@return GLPI's number, the {@code link} of {@code Ticket_Ticket}} */
    public int code() {
        return code;
    }
}
