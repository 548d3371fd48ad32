package io.github.glpi4j.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * HTTP header fields in order. Immutable; names are case-insensitive, and a name may have several values.
 *
 * <p>When sent, each character of a value is one byte in ISO-8859-1. This library sends visible ASCII only.
 *
 * <p>{@link #toString()} shows only the names, because values may be secrets.
 */
public final class Headers {

    private static final Headers NONE = new Headers(new String[0], 0);

    /** Alternating names and values, up to {@code length}; the builder may have added more after it. */
    private final String[] fields;

    private final int length;

    private Headers(String[] fields, int length) {
        this.fields = fields;
        this.length = length;
    }

    /** {@return empty headers} */
    public static Headers none() {
        return NONE;
    }

    /**
     * {@return headers with these names and values}
     *
     * @param namesAndValues alternating names and values
     * @throws IllegalArgumentException if a value is missing, if a name is not an HTTP token, or if a value contains
     *     CR, LF or NUL
     */
    public static Headers of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("the last header name has no value");
        }
        Builder builder = builder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            builder.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return builder.build();
    }

    /** {@return a new builder without headers} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return the number of name-value pairs} */
    public int size() {
        return length / 2;
    }

    /**
     * {@return the first value of a header, or empty}
     *
     * @param name the name, case-insensitive
     */
    public Optional<String> firstValue(String name) {
        for (int i = 0; i < length; i += 2) {
            if (fields[i].equalsIgnoreCase(name)) {
                return Optional.of(fields[i + 1]);
            }
        }
        return Optional.empty();
    }

    /**
     * {@return all values of a header, in order; may be empty}
     *
     * @param name the name, case-insensitive
     */
    public List<String> allValues(String name) {
        List<String> values = new ArrayList<>(2);
        forEach((field, value) -> {
            if (field.equalsIgnoreCase(name)) {
                values.add(value);
            }
        });
        return List.copyOf(values);
    }

    /**
     * Performs an action for each field, in order.
     *
     * @param action receives the name as written, and the value
     */
    public void forEach(BiConsumer<String, String> action) {
        for (int i = 0; i < length; i += 2) {
            action.accept(fields[i], fields[i + 1]);
        }
    }

    @Override
    public String toString() {
        List<String> names = new ArrayList<>(size());
        forEach((name, value) -> names.add(name));
        return names.toString();
    }

    /** Builds headers. Not thread-safe. */
    public static final class Builder {

        private String[] fields = new String[20];
        private int length;

        private Builder() {}

        /**
         * Appends a field; a name may occur more than once.
         *
         * @param name an HTTP token
         * @param value a value without CR, LF and NUL
         * @return this builder
         * @throws IllegalArgumentException if the name or the value is not valid in HTTP; the message does not contain
         *     the value
         */
        public Builder add(String name, String value) {
            if (!isToken(name)) {
                throw new IllegalArgumentException("the header name is empty or contains an invalid character");
            }
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c == '\r' || c == '\n' || c == 0) {
                    throw new IllegalArgumentException("the value of header " + name + " contains CR, LF or NUL");
                }
            }
            if (length == fields.length) {
                fields = Arrays.copyOf(fields, 2 * length);
            }
            fields[length++] = name;
            fields[length++] = value;
            return this;
        }

        /** {@return the headers added so far} */
        public Headers build() {
            return length == 0 ? NONE : new Headers(fields, length);
        }

        private static boolean isToken(String name) {
            for (int i = 0; i < name.length(); i++) {
                if (!isTokenChar(name.charAt(i))) {
                    return false;
                }
            }
            return !name.isEmpty();
        }

        private static boolean isTokenChar(char c) {
            return (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
        }
    }
}
