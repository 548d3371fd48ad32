package io.github.glpi4j.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * A clock that stands still until a test moves it. Given to {@link FakeGlpiBuilder#clock}, it lets sessions expire
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
     * A clock in UTC.
     *
     * @param start the time it shows at first
     * @return the clock
     */
    public static FakeClock at(Instant start) {
        return new FakeClock(new Time(Objects.requireNonNull(start, "start")), ZoneOffset.UTC);
    }

    /**
     * Moves the clock, and with it those that {@link #withZone} gave.
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
