package io.github.glpi4j.internal.item;

import io.github.glpi4j.internal.json.PhpValues;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.ItemMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values of fields as GLPI writes them. */
public final class ItemValues {

    private static final int DATE_LENGTH = 10;

    private ItemValues() {}

    public static Optional<BigDecimal> decimal(@Nullable Object value) {
        try {
            return PhpValues.text(value).map(text -> new BigDecimal(text.strip()));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /** {@code yyyy-MM-dd HH:mm:ss}, or a date alone. */
    public static Optional<LocalDateTime> dateTime(@Nullable Object value) {
        if (!(value instanceof String text) || text.length() < DATE_LENGTH || text.startsWith("0000")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    text.length() == DATE_LENGTH
                            ? LocalDate.parse(text).atStartOfDay()
                            : LocalDateTime.parse(text.replace(' ', 'T')));
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    /**
     * Checks a value that a user sets.
     *
     * @throws IllegalArgumentException if JSON cannot represent it
     */
    public static @Nullable Object checkJson(String field, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, entry) -> checkJson(field, entry));
        } else if (value instanceof List<?> list) {
            list.forEach(entry -> checkJson(field, entry));
        } else if (!(value == null
                || value instanceof String
                || (value instanceof Number number && Double.isFinite(number.doubleValue()))
                || value instanceof Boolean)) {
            throw new IllegalArgumentException("the value of " + field + " is no string, number, boolean, null, list or"
                    + " map of them, but a " + value.getClass().getName());
        }
        return value;
    }

    /** Converts an item. */
    public static <T> T as(Item item, ItemMapper mapper, Class<T> type) {
        try {
            return mapper.read(item.json(), type);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(item + " cannot be read as " + type.getName(), e);
        }
    }
}
