package io.github.glpi4j.internal.item;

import io.github.glpi4j.internal.http.JsonHandler;
import io.github.glpi4j.internal.http.Response;
import io.github.glpi4j.internal.json.PhpValues;
import io.github.glpi4j.internal.json.UnexpectedJsonException;
import io.github.glpi4j.item.Page;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page whose rows are in the order of their ids. In another order, rows that follow an id would not be complete.
 *
 * @param page reads the page
 * @param after the id that all of them follow, or -1
 */
public record AscendingIds(JsonHandler<Page<Map<String, @Nullable Object>>> page, long after)
        implements JsonHandler<Page<Map<String, @Nullable Object>>> {

    @Override
    public Page<Map<String, @Nullable Object>> read(Response response) throws IOException {
        Page<Map<String, @Nullable Object>> rows = page.read(response);
        long previous = after;
        for (Map<String, @Nullable Object> row : rows.rows()) {
            long id = PhpValues.id(row.get("id"), "a row");
            if (id <= previous) {
                throw new UnexpectedJsonException(
                        "rows in the order of their ids were expected, but the id " + id + " follows " + previous);
            }
            previous = id;
        }
        return rows;
    }

    @Override
    public @Nullable Page<Map<String, @Nullable Object>> readError(String code, Response response) throws IOException {
        return page.readError(code, response);
    }
}
