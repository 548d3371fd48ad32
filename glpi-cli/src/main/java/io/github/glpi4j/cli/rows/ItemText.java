package io.github.glpi4j.cli.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.glpi4j.cli.output.Table;
import io.github.glpi4j.item.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Items for people. */
public final class ItemText {

    private ItemText() {}

    /** All fields of an item, one a line. */
    public static List<String> lines(Item item) {
        int width = item.fields().stream().mapToInt(String::length).max().orElse(0);
        List<String> lines = new ArrayList<>();
        item.values().forEach((field, value) -> lines.add("  " + padded(field, width) + "  " + text(value)));
        return lines;
    }

    /** A few fields of each item. */
    public static Table table(List<Item> items, List<String> fields) {
        Table table = new Table(fields.toArray(String[]::new));
        items.forEach(item ->
                table.row(fields.stream().map(field -> text(item.value(field))).toArray(String[]::new)));
        return table;
    }

    private static String padded(String field, int width) {
        return field + " ".repeat(width - field.length());
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String || value == null) {
            String text = Objects.toString(value, "");
            return text.isEmpty() ? "-" : text;
        }
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("decoded JSON that is not writable as JSON", e);
        }
    }
}
