package io.github.glpi4j.testkit.internal.php;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Times as GLPI's database and HTTP headers write them. */
public final class PhpTime {
    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private static final DateTimeFormatter HTTP =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private PhpTime() {}

    public static String now(Clock clock) {
        return text(clock.instant(), clock.getZone());
    }

    /** The local time without its zone. */
    public static String text(Instant time, ZoneId zone) {
        return TEXT.withZone(zone).format(time);
    }

    /** Reverses {@link #text}; empty for other text. */
    public static Optional<Instant> parse(String text, ZoneId zone) {
        try {
            return Optional.of(LocalDateTime.parse(text, TEXT).atZone(zone).toInstant());
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    /** A time in a header such as {@code Last-Modified}. */
    public static String header(Instant time) {
        return HTTP.format(time.atOffset(ZoneOffset.UTC));
    }
}
