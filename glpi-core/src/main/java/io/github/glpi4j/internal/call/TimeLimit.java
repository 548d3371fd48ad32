package io.github.glpi4j.internal.call;

import java.time.Duration;

/**
 * How long a call may take.
 *
 * @param time how long
 * @param idle whether only the time counts in which no data moves, for files of any size
 */
public record TimeLimit(Duration time, boolean idle) {

    static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    /** {@return a limit from start to end} */
    public static TimeLimit total(Duration time) {
        return new TimeLimit(check(time), false);
    }

    /** {@return a limit that restarts with each byte that moves} */
    static TimeLimit idle(Duration time) {
        return new TimeLimit(time, true);
    }

    public static Duration check(Duration timeout) {
        if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a call's timeout is between 1 ms and 1 day, not " + timeout);
        }
        return timeout;
    }

    /** {@return the limit as it reads in the message of a call that exceeded it} */
    @Override
    public String toString() {
        return idle
                ? "after " + time.toMillis() + " ms in which nothing moved"
                : "within " + time.toMillis() + " ms (the call's timeout)";
    }
}
