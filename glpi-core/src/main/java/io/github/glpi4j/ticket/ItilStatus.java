package io.github.glpi4j.ticket;

import java.util.Arrays;
import java.util.Optional;

/** The status of a ticket, change or problem. Which ones an object can have depends on its itemtype. */
public enum ItilStatus {
    /** New; GLPI's {@code INCOMING}. */
    NEW(1),
    /** Processing (assigned): tickets and problems. */
    ASSIGNED(2),
    /** Processing (planned): tickets and problems. */
    PLANNED(3),
    /** Pending; GLPI's {@code WAITING}. */
    PENDING(4),
    /** Solved; of a change, applied. */
    SOLVED(5),
    /** Closed. */
    CLOSED(6),
    /** Accepted: changes and problems. */
    ACCEPTED(7),
    /** Under observation; of a change, review. Changes and problems; GLPI's {@code OBSERVED}. */
    OBSERVED(8),
    /** Evaluation: changes. */
    EVALUATION(9),
    /** Approval: changes, and tickets since GLPI 11. */
    APPROVAL(10),
    /** Testing: changes; GLPI's {@code TEST}. */
    TESTING(11),
    /** Qualification: changes. */
    QUALIFICATION(12),
    /** Refused: changes. */
    REFUSED(13),
    /** Canceled: changes. */
    CANCELED(14);

    private final int code;

    ItilStatus(int code) {
        this.code = code;
    }

    /** {@return GLPI's number, the value of the field {@code status}} */
    public int code() {
        return code;
    }

    /**
     * {@return the status with GLPI's number; empty for an unknown one}
     *
     * @param code the number
     */
    public static Optional<ItilStatus> of(long code) {
        return Arrays.stream(values()).filter(status -> status.code == code).findFirst();
    }
}
