package io.github.glpi4j.internal.json;

import io.github.glpi4j.session.Profile;
import io.github.glpi4j.session.ProfileEntity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads decoded JSON in PHP's moods: a number may be text, a boolean a number, a map a list. */
public final class PhpValues {

    private static final String MASK = "***";

    private static final String[] SECRET_ENDS = {
        "valid_id", "password", "passwd", "pwd", "secret", "token", "tokens", "_key"
    };

    private PhpValues() {}

    /** An integer in the range of a long, written as a number or as text; empty for all else, never rounded. */
    public static OptionalLong number(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return OptionalLong.of(((Number) value).longValue());
        }
        if (value instanceof Number || value instanceof String) {
            try {
                return OptionalLong.of(
                        value instanceof String text
                                ? Long.parseLong(text)
                                : new BigDecimal(value.toString()).longValueExact());
            } catch (ArithmeticException | NumberFormatException notWholeOrTooLarge) {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.empty();
    }

    /**
     * The id of a row: one that is not an integer in range must not become another row's.
     *
     * @throws UnexpectedJsonException if it is none
     */
    public static long id(@Nullable Object value, String what) throws UnexpectedJsonException {
        OptionalLong id = number(value);
        if (id.isEmpty()) {
            throw new UnexpectedJsonException("the id of " + what + " was expected to be an integer in range");
        }
        return id.getAsLong();
    }

    public static Optional<String> text(@Nullable Object value) {
        return value instanceof String || value instanceof Number ? Optional.of(value.toString()) : Optional.empty();
    }

    public static boolean bool(@Nullable Object value) {
        return Boolean.TRUE.equals(value)
                || "true".equals(value)
                || number(value).orElse(0) != 0;
    }

    /** The entries of a PHP array, which JSON shows as a list where its keys happen to be 0, 1, 2… */
    public static Map<String, @Nullable Object> entries(@Nullable Object value) {
        if (value instanceof JsonMap map) {
            return map;
        }
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, entry) -> entries.put(String.valueOf(key), entry));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                entries.put(String.valueOf(i), list.get(i));
            }
        }
        return entries;
    }

    /**
     * A profile with its entities, as sessions and getMyProfiles show it.
     *
     * @param encoded whether names are to be decoded
     */
    public static Profile profile(long id, Map<String, @Nullable Object> profile, boolean encoded) {
        List<ProfileEntity> entities = new ArrayList<>();
        entries(profile.get("entities")).forEach((key, value) -> {
            Map<String, @Nullable Object> entity = entries(value);
            number(entity.getOrDefault("id", key))
                    .ifPresent(entityId -> entities.add(new ProfileEntity(
                            entityId,
                            GlpiText.of(entity.get("name"), encoded).orElse(""),
                            bool(entity.get("is_recursive")))));
        });
        return new Profile(id, GlpiText.of(profile.get("name"), encoded).orElse(""), entities);
    }

    /**
     * An unmodifiable deep copy, or the map itself where it is that already; unlike {@code Map.copyOf} it keeps nulls and
     * order.
     */
    public static Map<String, @Nullable Object> freeze(Map<?, ? extends @Nullable Object> map) {
        if (map instanceof JsonMap frozen) {
            return frozen;
        }
        @Nullable Object[] fields = new @Nullable Object[2 * map.size()];
        int i = 0;
        for (Map.Entry<?, ? extends @Nullable Object> entry : map.entrySet()) {
            fields[i++] = String.valueOf(entry.getKey());
            fields[i++] = freezeValue(entry.getValue());
        }
        return JsonMap.of(fields, 0, i);
    }

    /** A frozen map, with another value for a name that it has. */
    public static Map<String, @Nullable Object> with(Map<String, @Nullable Object> frozen, String name, Object value) {
        if (frozen instanceof JsonMap map) {
            return map.with(name, value);
        }
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(frozen);
        copy.put(name, value);
        return Collections.unmodifiableMap(copy);
    }

    /** A frozen map without what its names call a secret: the session token, passwords, keys and tokens of plugins. */
    public static Map<String, @Nullable Object> masked(Map<String, @Nullable Object> frozen) {
        List<String> secrets = new ArrayList<>(1);
        frozen.forEach((name, value) -> {
            if (isSecret(value) && namesSecret(name)) {
                secrets.add(name);
            }
        });
        Map<String, @Nullable Object> masked = frozen;
        for (String name : secrets) {
            masked = with(masked, name, MASK);
        }
        return masked;
    }

    /** The texts that their names call a secret. */
    public static List<String> secrets(Map<String, ? extends @Nullable Object> map) {
        List<String> secrets = new ArrayList<>(0);
        map.forEach((name, value) -> {
            if (value instanceof String secret && isSecret(secret) && namesSecret(name)) {
                secrets.add(secret);
            }
        });
        return secrets;
    }

    /** A loop, since each session has some 200 names. */
    private static boolean namesSecret(String name) {
        for (String end : SECRET_ENDS) {
            if (name.endsWith(end)) {
                return true;
            }
        }
        return false;
    }

    /** Switches and bounds are named like what they are about. */
    private static boolean isSecret(@Nullable Object value) {
        return !(value == null
                || value instanceof Boolean
                || value instanceof Number
                || "".equals(value)
                || "0".equals(value)
                || "1".equals(value));
    }

    private static @Nullable Object freezeValue(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return freeze(map);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(entry -> copy.add(freezeValue(entry)));
            return Collections.unmodifiableList(copy);
        }
        return value;
    }
}
