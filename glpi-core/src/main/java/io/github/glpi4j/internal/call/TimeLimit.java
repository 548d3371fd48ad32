package io.github.glpi4j.internal.call;

import java.time.Duration;

/**
 * How long a call may take.
 *
 * @param time how long
 * @param idle whether only the time counts in which nothing moves: for files, whose size is anything
 */
public record TimeLimit(Duration time, boolean idle) {

    static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    /** From start to end. */
    public static TimeLimit total(Duration time) {
        return new TimeLimit(check(time), false);
    }

    /** From the last byte that moved. */
    static TimeLimit idle(Duration time) {
        return new TimeLimit(time, true);
    }

    public static Duration check(Duration timeout) {
        if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a call's timeout is between 1 ms and 1 day, not " + timeout);
        }
        return timeout;
    }

    /** For the message of a call that took longer. */
    @Override
    public String toString() {
        return idle
                ? "after " + time.toMillis() + " ms in which nothing moved"
                : "within " + time.toMillis() + " ms (the call's timeout)";
    }
}
