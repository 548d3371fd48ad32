package io.github.glpi4j.internal.search;

import io.github.glpi4j.search.Condition;
import io.github.glpi4j.search.SearchOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How GLPI compares a field with a value. Which kinds a field supports depends on its datatype: numbers and texts have
 * only {@code contains}, which compares numbers as such and takes operators and anchors in the value
 * (Search::addWhere, Search::makeTextSearchValue).
 */
record Comparison(List<Part> parts) {

    /** One criterion; several are alternatives. */
    private record Part(String searchType, String value) {}

    private static final String CONTAINS = "contains";
    private static final String NOT_CONTAINS = "notcontains";
    private static final Set<String> NUMBERS =
            Set.of("number", "integer", "count", "decimal", "mio", "percentage", "progressbar", "timestamp");

    /**
     * The comparison that a condition stands for.
     *
     * @throws IllegalArgumentException if the field supports nothing that means the same
     */
    static Comparison of(Condition.OnField condition, SearchOption option) {
        List<String> supported = option.searchTypes();
        String wanted = condition.searchType();
        boolean isNumber = NUMBERS.contains(option.datatype());
        if (isNumber && wanted.equals(NOT_CONTAINS)) {
            throw new IllegalArgumentException(
                    "GLPI ignores the \"not\" of notcontains for the number " + condition.field() + ": use isNot");
        }
        if (supported.isEmpty() || supported.contains(wanted)) {
            return of(wanted, condition.value());
        }
        Comparison same = supported.contains(CONTAINS) ? byContains(wanted, condition.value(), isNumber) : null;
        if (same == null) {
            throw new IllegalArgumentException("GLPI cannot search the field " + condition.field() + " by " + wanted
                    + ", only by " + String.join(", ", supported));
        }
        return same;
    }

    private static @Nullable Comparison byContains(String wanted, String value, boolean isNumber) {
        String exact = isNumber ? value : "^" + value + "$";
        return switch (wanted) {
            case "equals" -> of(CONTAINS, exact);
            case "notequals" ->
                isNumber
                        ? new Comparison(List.of(new Part(CONTAINS, "<" + value), new Part(CONTAINS, ">" + value)))
                        : of(NOT_CONTAINS, exact);
            case "empty" -> of(CONTAINS, "NULL");
            case "lessthan" -> isNumber ? of(CONTAINS, "<" + value) : null;
            case "morethan" -> isNumber ? of(CONTAINS, ">" + value) : null;
            default -> null;
        };
    }

    private static Comparison of(String searchType, String value) {
        return new Comparison(List.of(new Part(searchType, value)));
    }

    /**
     * Completes a criterion, which becomes a group if there are several parts.
     *
     * @param field the members that name the field
     */
    void putInto(Map<String, Object> criterion, Map<String, Object> field) {
        if (parts.size() == 1) {
            criterion.putAll(field);
            criterion.put("searchtype", parts.get(0).searchType());
            criterion.put("value", parts.get(0).value());
            return;
        }
        List<Object> alternatives = new ArrayList<>();
        for (Part part : parts) {
            Map<String, Object> alternative = new LinkedHashMap<>();
            alternative.put("link", alternatives.isEmpty() ? "AND" : "OR");
            of(part.searchType(), part.value()).putInto(alternative, field);
            alternatives.add(alternative);
        }
        criterion.put("criteria", alternatives);
    }
}
