package io.github.glpi4j.internal.item;

import io.github.glpi4j.ErrorCodes;
import io.github.glpi4j.internal.http.JsonHandler;
import io.github.glpi4j.internal.http.Response;
import io.github.glpi4j.internal.json.Json;
import io.github.glpi4j.internal.json.PhpValues;
import io.github.glpi4j.internal.json.UnexpectedJsonException;
import io.github.glpi4j.item.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page of a list. Trusts its rows before its {@code Content-Range}, which versions of GLPI have got wrong by one,
 * and which is missing if there are no rows.
 *
 * @param first the first position requested
 * @param last the last position requested
 */
record PageHandler(long first, long last) implements JsonHandler<Page<Map<String, @Nullable Object>>> {

    @Override
    public Page<Map<String, @Nullable Object>> read(Response response) throws IOException {
        Collection<? extends @Nullable Object> answer = Json.values(response.json(), "a list of items");
        List<Map<String, @Nullable Object>> rows = new ArrayList<>(answer.size());
        for (Object value : answer) {
            if (!(value instanceof Map<?, ?>)) {
                throw new UnexpectedJsonException("a list of items was expected, but the answer has something else");
            }
            rows.add(PhpValues.entries(value));
        }
        if (rows.size() > last - first + 1) {
            throw new UnexpectedJsonException("the answer has more rows than the requested range");
        }
        long end = first + rows.size();
        OptionalLong total = total(response);
        if (total.isPresent() && total.getAsLong() < end) {
            total = OptionalLong.of(end);
        } else if (total.isEmpty() && rows.isEmpty() && first == 0) {
            total = OptionalLong.of(0);
        }
        boolean isLast = rows.isEmpty() || (total.isPresent() ? total.getAsLong() == end : end <= last);
        return new Page<>(rows, first, total, isLast);
    }

    /** GLPI reports a position behind the end as an error. */
    @Override
    public @Nullable Page<Map<String, @Nullable Object>> readError(String code, Response response) {
        return code.equals(ErrorCodes.RANGE_EXCEEDS_TOTAL)
                ? new Page<>(List.of(), first, OptionalLong.empty(), true)
                : null;
    }

    /** {@code 0-49/200}: without a unit. */
    private static OptionalLong total(Response response) {
        String range = response.headers().firstValue("Content-Range").orElse("");
        return PhpValues.number(range.substring(range.indexOf('/') + 1).strip());
    }
}
