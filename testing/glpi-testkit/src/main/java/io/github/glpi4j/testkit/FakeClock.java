package io.github.glpi4j.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * A clock that only moves when a test advances it. Pass it to {@link FakeGlpiBuilder#clock} to let sessions expire
 * without waiting. Thread-safe.
 */
public final class FakeClock extends Clock {
    private final Time time;
    private final ZoneId zone;

    private FakeClock(Time time, ZoneId zone) {
        this.time = time;
        this.zone = Objects.requireNonNull(zone, "zone");
    }

    /**
     * Creates a clock in UTC.
     *
     * @param start the initial time
     * @return the clock
     */
    public static FakeClock at(Instant start) {
        return new FakeClock(new Time(Objects.requireNonNull(start, "start")), ZoneOffset.UTC);
    }

    /**
     * Moves this clock and all clocks derived from it by {@link #withZone}.
     *
     * @param distance how far, backwards if negative
     */
    public void advance(Duration distance) {
        time.advance(distance);
    }

    @Override
    public Instant instant() {
        return time.now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId newZone) {
        return new FakeClock(time, newZone);
    }

    @Override
    public String toString() {
        return "FakeClock[" + time.now + "]";
    }

    private static final class Time {
        private volatile Instant now;

        Time(Instant now) {
            this.now = now;
        }

        synchronized void advance(Duration distance) {
            now = now.plus(distance);
        }
    }
}
