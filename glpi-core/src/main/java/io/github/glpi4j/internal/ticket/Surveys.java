package io.github.glpi4j.internal.ticket;

import io.github.glpi4j.Call;
import io.github.glpi4j.internal.call.SessionCaller;
import io.github.glpi4j.internal.http.CallFailure;
import io.github.glpi4j.internal.http.JsonHandler;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.internal.http.Response;
import io.github.glpi4j.internal.item.ItemWrites;
import io.github.glpi4j.internal.json.Json;
import io.github.glpi4j.internal.json.PhpValues;
import io.github.glpi4j.item.WriteResult;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers satisfaction surveys: their path has the id of the ticket, the response that of the survey. */
final class Surveys {

    private static final String ITEMTYPE = "TicketSatisfaction";

    private Surveys() {}

    static Call<WriteResult> answer(SessionCaller session, long ticket, int rating, String comment) {
        String name = "updateItems " + ITEMTYPE + "/" + ticket;
        return session.call(Operation.write(name, "PUT", new Answered(name, ticket))
                .path(ITEMTYPE, String.valueOf(ticket))
                .json(Map.of("input", Map.of("tickets_id", ticket, "satisfaction", rating, "comment", comment))));
    }

    /** {@code [{"1":true,"message":""}]}. */
    private record Answered(String operation, long ticket) implements JsonHandler<WriteResult> {

        @Override
        public WriteResult read(Response response) throws IOException {
            for (Object value : Json.values(response.json(), "a list with the id of the survey")) {
                Map<String, @Nullable Object> row = PhpValues.entries(value);
                String message =
                        response.redact(PhpValues.text(row.get("message")).orElse(""));
                if (row.values().stream().anyMatch(Boolean.TRUE::equals)) {
                    return new WriteResult(ticket, message);
                }
            }
            throw CallFailure.notConfirmed(operation, response.status(), "", ItemWrites.NOT_CONFIRMED, null);
        }
    }
}
