package io.github.glpi4j.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Header fields in their order: immutable, names compared without case, several values per name allowed.
 *
 * <p>On the wire a value's characters are ISO-8859-1, one byte each; this library sends visible ASCII only.
 *
 * <p>{@link #toString()} shows names only, since values may be secrets.
 */
public final class Headers {

    private static final Headers NONE = new Headers(new String[0], 0);

    /** Name, value, name, value…, up to the length; the builder may have put more behind it. */
    private final String[] fields;

    private final int length;

    private Headers(String[] fields, int length) {
        this.fields = fields;
        this.length = length;
    }

    /**
     * No header at all.
     *
     * @return the empty headers
     */
    public static Headers none() {
        return NONE;
    }

    /**
     * Headers from a list of names and values.
     *
     * @param namesAndValues name, value, name, value…
     * @return the headers
     * @throws IllegalArgumentException for an odd number of texts, a name that is no HTTP token, or a value with CR,
     *     LF or NUL
     */
    public static Headers of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("a header name without a value");
        }
        Builder builder = builder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            builder.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return builder.build();
    }

    /**
     * Starts empty headers.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * How many fields there are.
     *
     * @return the number of name-value pairs
     */
    public int size() {
        return length / 2;
    }

    /**
     * The first value of a name.
     *
     * @param name the name, in any case
     * @return its first value, or empty
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
     * All values of a name.
     *
     * @param name the name, in any case
     * @return its values in their order, possibly none
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
     * Hands out every field in order.
     *
     * @param action takes a name, as it was written, and a value
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

    /** Collects header fields; not thread-safe. */
    public static final class Builder {

        private String[] fields = new String[20];
        private int length;

        private Builder() {}

        /**
         * Appends a field; a name may come more than once.
         *
         * @param name an HTTP token
         * @param value without CR, LF and NUL
         * @return this builder
         * @throws IllegalArgumentException for a name or value that HTTP cannot carry; the message does not hold the
         *     value
         */
        public Builder add(String name, String value) {
            if (!isToken(name)) {
                throw new IllegalArgumentException("the name of a header is empty or holds what no name may hold");
            }
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c == '\r' || c == '\n' || c == 0) {
                    throw new IllegalArgumentException("the value of header " + name + " holds CR, LF or NUL");
                }
            }
            if (length == fields.length) {
                fields = Arrays.copyOf(fields, 2 * length);
            }
            fields[length++] = name;
            fields[length++] = value;
            return this;
        }

        /**
         * The headers collected so far.
         *
         * @return immutable headers
         */
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
