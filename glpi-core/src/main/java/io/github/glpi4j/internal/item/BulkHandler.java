package io.github.glpi4j.internal.item;

import com.fasterxml.jackson.core.JsonToken;
import io.github.glpi4j.internal.http.JsonHandler;
import io.github.glpi4j.internal.http.Response;
import io.github.glpi4j.internal.json.Json;
import io.github.glpi4j.internal.json.PhpValues;
import io.github.glpi4j.internal.json.UnexpectedJsonException;
import io.github.glpi4j.item.BulkResult.Outcome;
import io.github.glpi4j.item.BulkResult.Status;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads the response to a chunk, whose rows come as the list itself (200, 201) or as the message of an error (207, 400).
 *
 * @param inputs the chunk
 */
record BulkHandler(BulkCall.Kind kind, List<ItemInput> inputs) implements JsonHandler<List<Outcome>> {

    @Override
    public List<Outcome> read(Response response) throws IOException {
        return outcomes(rows(response), response);
    }

    @Override
    public @Nullable List<Outcome> readError(String code, Response response) throws IOException {
        boolean hasRows = code.startsWith("ERROR_GLPI_")
                && (response.json().currentToken() == JsonToken.START_ARRAY
                        || response.json().currentToken() == JsonToken.START_OBJECT);
        return hasRows ? outcomes(rows(response), response) : null;
    }

    private static List<Map<String, @Nullable Object>> rows(Response response) throws IOException {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        Json.values(response.json(), "a list of rows").forEach(row -> rows.add(PhpValues.entries(row)));
        return rows;
    }

    private List<Outcome> outcomes(List<Map<String, @Nullable Object>> rows, Response response) throws IOException {
        return kind == BulkCall.Kind.ADD ? byPosition(rows, response) : byId(rows, response);
    }

    /** New items have no id in the input: their rows are in its order, if there is one for each. */
    private List<Outcome> byPosition(List<Map<String, @Nullable Object>> rows, Response response) throws IOException {
        if (rows.size() != inputs.size()) {
            throw new UnexpectedJsonException("the answer has " + rows.size() + " rows for " + inputs.size()
                    + " items, with the ids "
                    + rows.stream()
                            .flatMap(row ->
                                    PhpValues.number(row.get("id")).stream().boxed())
                            .toList());
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Map<String, @Nullable Object> row : rows) {
            OptionalLong id = PhpValues.number(row.get("id"));
            boolean done = id.isPresent() && id.getAsLong() > 0;
            outcomes.add(new Outcome(
                    done ? Status.DONE : Status.REFUSED, done ? id : OptionalLong.empty(), message(row, response)));
        }
        return outcomes;
    }

    /** GLPI leaves out the rows of ids that it does not find. */
    private List<Outcome> byId(List<Map<String, @Nullable Object>> rows, Response response) {
        Map<String, Deque<Map<String, @Nullable Object>>> rowsById = new HashMap<>();
        for (Map<String, @Nullable Object> row : rows) {
            row.keySet()
                    .forEach(name -> rowsById.computeIfAbsent(name, any -> new ArrayDeque<>())
                            .add(row));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (ItemInput input : inputs) {
            String id = String.valueOf(input.id().orElseThrow());
            Deque<Map<String, @Nullable Object>> named = rowsById.get(id);
            Map<String, @Nullable Object> row = named == null ? null : named.poll();
            boolean done = row != null && PhpValues.bool(row.get(id));
            outcomes.add(new Outcome(
                    done ? Status.DONE : Status.REFUSED,
                    input.id(),
                    row == null
                            ? "GLPI does not confirm this item; probably, there is no item with this id"
                            : message(row, response)));
        }
        return outcomes;
    }

    private static String message(Map<String, @Nullable Object> row, Response response) {
        return response.redact(PhpValues.text(row.get("message")).orElse(""));
    }
}
