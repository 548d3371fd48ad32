package io.github.glpi4j.micrometer;

import io.micrometer.common.KeyValues;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** The keys that calls and exchanges share. Each always has a value: a registry may refuse one name with other keys. */
final class Keys {

    private static final String NONE = "none";
    private static final String UNKNOWN = "unknown";

    /** Codes of GLPI and its plugins. Other text, of whatever answered instead, could have any number of values. */
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,80}");

    private Keys() {}

    static KeyValues common(
            String operation,
            Optional<String> itemtype,
            Set<String> knownItemtypes,
            Optional<String> code,
            Optional<OptionalInt> status,
            Optional<Throwable> failure) {
        String type = itemtype.map(name -> knownItemtypes.contains(name) ? name : UNKNOWN)
                .orElse(NONE);
        String error = code.filter(text -> CODE.matcher(text).matches())
                .or(() -> failure.map(thrown -> thrown.getClass().getSimpleName()))
                .orElse(NONE);
        OptionalInt received = status.orElse(OptionalInt.empty());
        return KeyValues.of(
                "glpi.operation", operation,
                "glpi.itemtype", type,
                "http.response.status_code", received.isPresent() ? String.valueOf(received.getAsInt()) : NONE,
                "error.type", error);
    }
}
