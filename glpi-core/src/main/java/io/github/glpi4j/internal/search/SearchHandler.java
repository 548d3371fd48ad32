package io.github.glpi4j.internal.search;

import io.github.glpi4j.ErrorCodes;
import io.github.glpi4j.internal.http.JsonHandler;
import io.github.glpi4j.internal.http.Response;
import io.github.glpi4j.internal.json.Json;
import io.github.glpi4j.internal.json.PhpValues;
import io.github.glpi4j.internal.json.UnexpectedJsonException;
import io.github.glpi4j.item.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page of a search: {@code {"totalcount":2,"data":[{"1":"lab","2":7}]}}, where {@code data} is missing if there
 * are no rows.
 *
 * @param first the first position requested
 * @param last the last position requested
 * @param names from GLPI's name of a column to those in the result
 */
record SearchHandler(long first, long last, Function<String, Set<String>> names)
        implements JsonHandler<Page<Map<String, @Nullable Object>>> {

    @Override
    public Page<Map<String, @Nullable Object>> read(Response response) throws IOException {
        Map<String, @Nullable Object> answer = Json.object(response.json(), "the result of a search");
        OptionalLong total = PhpValues.number(answer.get("totalcount"));
        if (total.isEmpty()) {
            throw new UnexpectedJsonException("the result of a search was expected, but the answer has no totalcount");
        }
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Object row : PhpValues.entries(answer.get("data")).values()) {
            if (!(row instanceof Map<?, ?>)) {
                throw new UnexpectedJsonException("rows were expected, but the answer has something else");
            }
            rows.add(named(PhpValues.entries(row)));
        }
        if (rows.size() > last - first + 1) {
            throw new UnexpectedJsonException("the answer has more rows than the requested range");
        }
        long end = first + rows.size();
        long count = Math.max(total.getAsLong(), end);
        return new Page<>(rows, first, OptionalLong.of(count), rows.isEmpty() || count == end);
    }

    private Map<String, @Nullable Object> named(Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        row.forEach((column, value) -> names.apply(column).forEach(name -> named.put(name, value)));
        return PhpValues.freeze(named);
    }

    /** GLPI reports a position behind the end as an error. */
    @Override
    public @Nullable Page<Map<String, @Nullable Object>> readError(String code, Response response) {
        return code.equals(ErrorCodes.RANGE_EXCEEDS_TOTAL)
                ? new Page<>(List.of(), first, OptionalLong.empty(), true)
                : null;
    }
}
