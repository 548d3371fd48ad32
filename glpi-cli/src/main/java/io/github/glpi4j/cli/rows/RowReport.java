package io.github.glpi4j.cli.rows;

import io.github.glpi4j.cli.output.CommandResult;
import io.github.glpi4j.cli.output.Output;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows as a table, or as one JSON object. */
public final class RowReport {

    private RowReport() {}

    /**
     * {@return rows in both forms}
     *
     * @param name the name of the list of rows in JSON
     * @param columns the columns of the table
     */
    public static CommandResult of(Page<Item> page, String name, List<String> columns, Output out) {
        List<Item> rows = page.rows();
        long total = page.total().orElse(page.first() + rows.size());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("total", total);
        json.put(name, rows.stream().map(Item::values).toList());
        List<String> lines = new ArrayList<>();
        if (!rows.isEmpty()) {
            lines.addAll(out.lines(ItemText.table(rows, columns)));
            lines.add("");
        }
        lines.add(summary(rows.size(), page.first(), total));
        return new CommandResult(json, lines);
    }

    private static String summary(int rows, long first, long total) {
        if (rows == total) {
            return total + (total == 1 ? " item" : " items");
        }
        return rows == 0
                ? "no items at these positions, of " + total
                : "items " + first + " to " + (first + rows - 1) + " of " + total;
    }
}
