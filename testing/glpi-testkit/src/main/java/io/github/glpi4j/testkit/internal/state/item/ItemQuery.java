package io.github.glpi4j.testkit.internal.state.item;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which rows to list, and in which order.
 *
 * @param deleted whether to list the trash instead of the other rows; ignored for types without a trash
 * @param visible the entities whose rows are visible, null for all rows
 * @param equal values that fields must have
 * @param texts texts that fields must contain
 * @param sort the field to sort by; equal rows are sorted by id
 * @param descending whether the order is reversed
 */
public record ItemQuery(
        boolean deleted,
        @Nullable VisibleEntities visible,
        Map<String, JsonNode> equal,
        Map<String, String> texts,
        String sort,
        boolean descending) {

    public ItemQuery {
        equal = Map.copyOf(equal);
        texts = Map.copyOf(texts);
    }

    /** Returns the matching rows of a table whose rows are given in the order of their ids. */
    public List<Item> select(Collection<Item> byId, Columns columns) {
        Stream<Item> rows = byId.stream();
        if (columns.contain("is_deleted")) {
            rows = rows.filter(item -> (columns.value(item, "is_deleted").asInt() != 0) == deleted);
        }
        if (visible != null) {
            rows = rows.filter(item -> visible.contain(item, columns));
        }
        for (Map.Entry<String, JsonNode> field : equal.entrySet()) {
            String wanted = field.getValue().asText();
            rows = rows.filter(
                    item -> columns.value(item, field.getKey()).asText().equals(wanted));
        }
        for (Map.Entry<String, String> field : texts.entrySet()) {
            Predicate<String> matches = text(field.getValue());
            rows = rows.filter(
                    item -> matches.test(columns.value(item, field.getKey()).asText("")));
        }
        return rows.sorted(order(columns)).toList();
    }

    /** GLPI's text search: ignores case; {@code ^} and {@code $} bind the text to the start and the end. */
    private static Predicate<String> text(String wanted) {
        boolean start = wanted.startsWith("^");
        boolean end = wanted.endsWith("$");
        String text = wanted.substring(start ? 1 : 0, wanted.length() - (end && wanted.length() > 1 ? 1 : 0))
                .toLowerCase(Locale.ROOT);
        return value -> {
            String lower = value.toLowerCase(Locale.ROOT);
            if (start) {
                return end ? lower.equals(text) : lower.startsWith(text);
            }
            return end ? lower.endsWith(text) : lower.contains(text);
        };
    }

    /** Stable, so that equal rows stay in the order of their ids. */
    private Comparator<Item> order(Columns columns) {
        Comparator<Item> order = sort.equals("id")
                ? Comparator.comparingInt(Item::id)
                : Comparator.comparing(item -> columns.value(item, sort), ItemQuery::compare);
        return descending ? order.reversed() : order;
    }

    /** Null comes first, numbers are compared as such, and text ignores case. */
    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return Double.compare(one.doubleValue(), other.doubleValue());
        }
        if (one.isNull() || other.isNull()) {
            return Boolean.compare(other.isNull(), one.isNull());
        }
        return one.asText().compareToIgnoreCase(other.asText());
    }
}
