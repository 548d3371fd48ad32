package io.github.glpi4j.testkit.internal.state.search;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** GLPI's dates relative to the present, such as {@code NOW} and {@code -2DAY}. */
final class RelativeDate {
    private static final Pattern RELATIVE = Pattern.compile("(-?\\d{1,4})(MINUTE|HOUR|DAY|WEEK|MONTH|YEAR)");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private RelativeDate() {}

    /** Returns other values unchanged. */
    static String compute(String value, boolean withTime, Clock clock) {
        LocalDateTime now = LocalDateTime.now(clock);
        Matcher relative = RELATIVE.matcher(value);
        if (relative.matches()) {
            ChronoUnit unit = ChronoUnit.valueOf(relative.group(2) + "S");
            LocalDateTime time = now.plus(Long.parseLong(relative.group(1)), unit);
            boolean day = !withTime || unit == ChronoUnit.DAYS;
            return time.format(day ? DAY : TIME);
        }
        return switch (value) {
            case "NOW" -> now.format(withTime ? TIME : DAY);
            case "TODAY" -> now.format(DAY);
            default -> value;
        };
    }
}
