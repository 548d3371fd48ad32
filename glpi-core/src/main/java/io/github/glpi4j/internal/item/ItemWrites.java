package io.github.glpi4j.internal.item;

import io.github.glpi4j.Call;
import io.github.glpi4j.internal.call.SessionCaller;
import io.github.glpi4j.internal.http.CallFailure;
import io.github.glpi4j.internal.http.JsonHandler;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.internal.http.Response;
import io.github.glpi4j.internal.json.Json;
import io.github.glpi4j.internal.json.PhpValues;
import io.github.glpi4j.item.WriteResult;
import io.github.glpi4j.transport.RequestBody;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Writes of one item. */
public final class ItemWrites {

    /** The hint for a success that confirms nothing. */
    public static final String NOT_CONFIRMED = "Item: GLPI reported success, but does not confirm that it did anything";

    private ItemWrites() {}

    static Call<WriteResult> add(SessionCaller session, String itemtype, ItemInput input) {
        String name = "addItems " + itemtype;
        return session.call(input(Operation.write(name, "POST", new Added(name)).path(itemtype), input));
    }

    static Call<WriteResult> update(SessionCaller session, String itemtype, long id, ItemInput input) {
        String name = "updateItems " + itemtype + "/" + id;
        return session.call(
                input(Operation.write(name, "PUT", new Confirmed(name, id)).path(itemtype, String.valueOf(id)), input));
    }

    static Operation<WriteResult> delete(String itemtype, long id) {
        String name = "deleteItems " + itemtype + "/" + id;
        return Operation.write(name, "DELETE", new Confirmed(name, id)).path(itemtype, String.valueOf(id));
    }

    private static <T> Operation<T> input(Operation<T> operation, ItemInput input) {
        return operation
                .header(EncodedItems.HEADER, "false") // GLPI 10 encodes the message otherwise
                .body(RequestBody.of(("{\"input\":" + input.json() + "}").getBytes(StandardCharsets.UTF_8)))
                .hiding(input.secrets());
    }

    private static CallFailure refused(String operation, Response response, String message) {
        return CallFailure.notConfirmed(operation, response.status(), message, NOT_CONFIRMED, null);
    }

    /** {@code {"id":7,"message":"…"}} */
    private record Added(String operation) implements JsonHandler.Creation<WriteResult> {

        @Override
        public WriteResult read(Response response) throws IOException {
            Map<String, @Nullable Object> answer = Json.object(response.json(), "an object with the id of the item");
            String message = message(response, answer);
            OptionalLong id = PhpValues.number(answer.get("id"));
            if (id.isEmpty() || id.getAsLong() <= 0) {
                throw refused(operation, response, message);
            }
            return new WriteResult(id.getAsLong(), message);
        }

        @Override
        public WriteResult created(long id) {
            return new WriteResult(id, "");
        }
    }

    /** {@code [{"7":true,"message":"…"}]}; {@code [[]]} or {@code []} if nothing was done. */
    private record Confirmed(String operation, long id) implements JsonHandler<WriteResult> {

        @Override
        public WriteResult read(Response response) throws IOException {
            Map<String, @Nullable Object> answer = Json.entries(response.json(), "a list with the id of the item");
            for (Object value : answer.values()) {
                Map<String, @Nullable Object> row = PhpValues.entries(value);
                if (row.containsKey(String.valueOf(id))) {
                    String message = message(response, row);
                    if (PhpValues.bool(row.get(String.valueOf(id)))) {
                        return new WriteResult(id, message);
                    }
                    throw refused(operation, response, message);
                }
            }
            throw refused(operation, response, "");
        }
    }

    private static String message(Response response, Map<String, @Nullable Object> row) {
        return response.redact(PhpValues.text(row.get("message")).orElse(""));
    }
}
