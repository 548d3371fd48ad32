package io.github.glpi4j.ticket;

import java.util.Arrays;
import java.util.Optional;

/** What an actor is to a ticket, change or problem. */
public enum ActorRole {
    /** Has asked for it. */
    REQUESTER(1),
    /** Works on it. */
    ASSIGNED(2),
    /** Follows it. */
    OBSERVER(3);

    private final int code;

    ActorRole(int code) {
        this.code = code;
    }

    /** {@return GLPI's number, the {@code type} of {@code Ticket_User}} */
    public int code() {
        return code;
    }

    /**
     * {@return the role with GLPI's number; empty for an unknown one}
     *
     * @param code the number
     */
    public static Optional<ActorRole> of(long code) {
        return Arrays.stream(values()).filter(role -> role.code == code).findFirst();
    }
}
