package io.github.glpi4j.internal.item;

import io.github.glpi4j.internal.json.PhpValues;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.ItemMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values of fields as GLPI writes them. */
public final class ItemValues {

    private static final int DATE_LENGTH = 10;
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** More than any column of a database has; beyond it, arithmetic with a short text can take minutes. */
    private static final int MOST_DIGITS = 1000;

    private ItemValues() {}

    public static Optional<BigDecimal> decimal(@Nullable Object value) {
        try {
            return PhpValues.text(value)
                    .filter(text -> text.length() <= MOST_DIGITS)
                    .map(text -> new BigDecimal(text.strip()))
                    .filter(number -> Math.abs((long) number.scale()) <= MOST_DIGITS);
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    public static boolean bool(@Nullable Object value) {
        return PhpValues.bool(value)
                || decimal(value).filter(number -> number.signum() != 0).isPresent();
    }

    /** {@code yyyy-MM-dd HH:mm:ss}, or a date alone. */
    public static Optional<LocalDateTime> dateTime(@Nullable Object value) {
        if (!(value instanceof String text) || text.length() < DATE_LENGTH || isZeroDate(text)) {
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

    /** {@code 0000-00-00}, or another date that has no year, month or day. */
    static boolean isZeroDate(Object value) {
        return value instanceof String text && (text.startsWith("0000-") || text.contains("-00"));
    }

    static String text(LocalDateTime time) {
        return DATE_TIME.format(time);
    }

    /**
     * {@return decoded JSON as an unmodifiable map}
     *
     * @throws IllegalArgumentException if JSON cannot represent a value
     */
    public static Map<String, @Nullable Object> freeze(Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> frozen = PhpValues.freeze(values);
        if (frozen == values) {
            return frozen; // as it was decoded
        }
        Map<String, @Nullable Object> checked = new LinkedHashMap<>();
        values.forEach((field, value) -> checked.put(field, json(field, value)));
        return PhpValues.freeze(checked);
    }

    /**
     * {@return an unmodifiable copy of a value that a user sets, as JSON represents it}
     *
     * @throws IllegalArgumentException if JSON cannot represent it
     */
    public static @Nullable Object json(String field, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, entry) -> copy.put(String.valueOf(key), json(field, entry)));
            return Collections.unmodifiableMap(copy);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(entry -> copy.add(json(field, entry)));
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof LocalDateTime time) {
            return text(time);
        }
        if (value instanceof LocalDate date) {
            return date.toString();
        }
        if (value == null || value instanceof String || value instanceof Boolean || isNumber(value)) {
            return value;
        }
        throw new IllegalArgumentException(
                "the value of " + field + " is no string, finite number, boolean, null, date,"
                        + " list or map of them, but a " + value.getClass().getName());
    }

    private static boolean isNumber(Object value) {
        return value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte
                || value instanceof BigDecimal
                || value instanceof BigInteger
                || (value instanceof Double number && Double.isFinite(number))
                || (value instanceof Float single && Float.isFinite(single));
    }

    /**
     * Converts an item.
     *
     * @throws IllegalArgumentException with the exception of a mapper of the user as its cause
     */
    public static <T> T as(Item item, ItemMapper mapper, Class<T> type) {
        if (type == Item.class) {
            return type.cast(item);
        }
        if (mapper instanceof StandardItemMapper standard) {
            try {
                return standard.read(item.values(), type);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(item + " is " + e.getMessage());
            }
        }
        try {
            return Objects.requireNonNull(mapper.read(item.json(), type), "the mapper returned null");
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(item + " cannot be read as " + type.getName(), e);
        }
    }
}
