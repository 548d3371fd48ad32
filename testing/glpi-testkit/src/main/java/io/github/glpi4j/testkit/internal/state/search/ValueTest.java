package io.github.glpi4j.testkit.internal.state.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares a value with the one of a condition, by the datatype of the option and GLPI's rules for it. */
final class ValueTest {
    private static final Pattern COMPARISON = Pattern.compile("([<>])(=?)\\s*(-?)\\s*([0-9]+(?:.[0-9]+)?)");
    private static final Pattern DATE_COMPARISON = Pattern.compile("\\s*([<>])(=?)(.+)");
    private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?\\s*");
    private static final Set<String> NUMERIC =
            Set.of("bool", "count", "mio", "number", "integer", "decimal", "timestamp", "progressbar");
    private static final Set<String> EQUALITY = Set.of("equals", "notequals", "under", "notunder");

    private final SearchOption option;
    private final String searchType;
    private final String value;
    /** GLPI negates some comparisons twice. */
    private final boolean negated;

    private final UnaryOperator<String> stored;
    private final TextPattern pattern;
    /** Whether the value is a pattern that GLPI takes for null. */
    private final boolean nothing;

    /**
     * @param option the option of the value
     * @param searchType the search type
     * @param value the searched value; a relative date has been computed
     * @param negated whether the condition's link has a NOT
     * @param stored encodes a text as it is in the database, where GLPI compares it
     * @param searched encodes a searched text
     */
    ValueTest(
            SearchOption option,
            String searchType,
            String value,
            boolean negated,
            UnaryOperator<String> stored,
            UnaryOperator<String> searched) {
        this.option = option;
        this.searchType = searchType;
        this.value = value;
        this.negated = negated != searchType.equals("notcontains");
        this.stored = stored;
        this.nothing = Set.of("", "^$", "$").contains(value.strip());
        boolean instant = searchType.endsWith("equals") && option.datatype().equals("datetime");
        this.pattern = TextPattern.of(searched.apply(instant ? "^" + value.replaceFirst(":00$", "") : value));
    }

    /**
     * Compares.
     *
     * @param field the value of the option's field
     * @param id the id of the row that has the field, -1 without a row
     * @param own whether the field is one of the items that are searched
     * @param tree returns an id and those below it
     */
    Truth test(JsonNode field, int id, boolean own, IntFunction<Set<Integer>> tree) {
        boolean not = negated;
        boolean compares = option.datatype().startsWith("date");
        boolean keyed = (own && !option.datatype().equals("itemlink")) || option.is("searchequalsonfield");
        if (compares) {
            return date(field);
        }
        if (NUMERIC.contains(option.datatype())) {
            Matcher comparison = COMPARISON.matcher(value);
            boolean flips = searchType.equals("notequals") || searchType.equals("notcontains");
            if (comparison.find()) {
                return compare(field, comparison, not != flips);
            }
            if (NUMBER.matcher(number()).matches()) {
                Truth equal = field.isNull() ? Truth.UNKNOWN : Truth.of(isNumber(field, number()));
                return not != flips ? equal.not() : equal;
            }
        }
        if (!EQUALITY.contains(searchType)) {
            return text(field, not);
        }
        if (option.datatype().equals("itemtypename")) {
            Truth equal = Truth.of(field.asText().equalsIgnoreCase(value));
            return searchType.equals("notequals") != not ? equal.not() : equal;
        }
        return equality(field, id, keyed, tree, not);
    }

    private Truth equality(JsonNode field, int id, boolean keyed, IntFunction<Set<Integer>> tree, boolean not) {
        boolean none = keyed ? field.isNull() || field.isMissingNode() : id < 0;
        Truth found;
        if (none) {
            found = Truth.UNKNOWN;
        } else if (searchType.endsWith("under")) {
            Set<Integer> ids = NUMBER.matcher(value).matches() ? tree.apply(integer()) : Set.of();
            found = Truth.of(ids.contains(keyed ? field.asInt(-1) : id));
        } else if (keyed) {
            found = Truth.of(field.isNumber() ? isNumber(field, value) : text(field, value));
        } else {
            found = Truth.of(isNumber(id, value));
        }
        boolean inverse = searchType.startsWith("not");
        Truth result = not != inverse ? found.not() : found;
        boolean adds = not != searchType.equals("notequals");
        boolean zero = !NUMBER.matcher(value).matches() || integer() == 0;
        // Rows without a linked item count as 0.
        return id < 0 && adds != zero ? Truth.TRUE : result;
    }

    private boolean text(JsonNode field, String other) {
        return TextPattern.fold(stored.apply(field.asText())).equals(TextPattern.fold(other));
    }

    /** LIKE, with GLPI's words for empty. */
    Truth text(JsonNode field, boolean not) {
        boolean isNull = field.isNull() || field.isMissingNode();
        if (value.equalsIgnoreCase("null")) {
            boolean empty = isNull || field.asText().isEmpty();
            return Truth.of(empty != not);
        }
        if (nothing) {
            return Truth.of(isNull != not);
        }
        if (isNull) {
            return not ? Truth.TRUE : Truth.UNKNOWN;
        }
        return Truth.of(pattern.matches(stored.apply(field.asText())) != not);
    }

    private Truth date(JsonNode field) {
        boolean not = negated;
        if (option.datatype().equals("datetime") && searchType.endsWith("equals")) {
            return text(field, not != searchType.equals("notequals"));
        }
        String prefix = searchType.equals("lessthan") ? "<" : searchType.equals("morethan") ? ">" : "";
        Matcher comparison = DATE_COMPARISON.matcher(prefix + value);
        if (!comparison.matches()) {
            if (searchType.endsWith("equals")) {
                Truth equal =
                        field.isNull() ? Truth.UNKNOWN : Truth.of(field.asText().equals(value));
                return not != searchType.equals("notequals") ? equal.not() : equal;
            }
            return text(field, not);
        }
        if (field.isNull()) {
            return Truth.UNKNOWN;
        }
        int order = field.asText().compareTo(comparison.group(3).strip());
        boolean matches = comparison.group(1).equals("<") ? order < 0 : order > 0;
        boolean orEqual = !comparison.group(2).isEmpty() && order == 0;
        return Truth.of((matches || orEqual) != not);
    }

    private static Truth compare(JsonNode field, Matcher comparison, boolean not) {
        if (field.isNull() || field.isMissingNode()) {
            return Truth.UNKNOWN;
        }
        BigDecimal bound =
                new BigDecimal(comparison.group(3) + comparison.group(4).replaceAll("[^0-9.]", "."));
        int order = decimal(field).compareTo(bound);
        boolean less = comparison.group(1).equals("<") != not;
        boolean orEqual = !comparison.group(2).isEmpty();
        return Truth.of((less ? order < 0 : order > 0) || (orEqual && order == 0));
    }

    private String number() {
        if (option.datatype().equals("bool")) {
            return value.equalsIgnoreCase("no") ? "0" : value.equalsIgnoreCase("yes") ? "1" : value;
        }
        return value;
    }

    private int integer() {
        return new BigDecimal(value.strip()).intValue();
    }

    private static boolean isNumber(JsonNode field, String number) {
        return NUMBER.matcher(number).matches() && decimal(field).compareTo(new BigDecimal(number.strip())) == 0;
    }

    private static boolean isNumber(int id, String number) {
        return NUMBER.matcher(number).matches()
                && BigDecimal.valueOf(id).compareTo(new BigDecimal(number.strip())) == 0;
    }

    private static BigDecimal decimal(JsonNode field) {
        if (field.isBoolean()) {
            return field.booleanValue() ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        String text = field.asText();
        return NUMBER.matcher(text).matches() ? new BigDecimal(text.strip()) : BigDecimal.ZERO;
    }
}
