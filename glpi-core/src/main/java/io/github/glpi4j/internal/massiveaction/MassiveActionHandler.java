package io.github.glpi4j.internal.massiveaction;

import io.github.glpi4j.internal.http.JsonHandler;
import io.github.glpi4j.internal.http.Response;
import io.github.glpi4j.internal.json.Json;
import io.github.glpi4j.internal.json.PhpValues;
import io.github.glpi4j.internal.json.UnexpectedJsonException;
import io.github.glpi4j.massiveaction.MassiveActionResult.Outcome;
import io.github.glpi4j.massiveaction.MassiveActionResult.Status;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code {"ok":1,"noaction":0,"ko":0,"noright":1,"messages":[…]}}. The status says little: 200 also for one item
 * done and all others refused for want of rights, 422 for none done (API::applyMassiveAction).
 *
 * @param ids the items of the request
 */
record MassiveActionHandler(List<Long> ids) implements JsonHandler<List<Outcome>> {

    private static final Map<Status, String> COUNTS = new EnumMap<>(
            Map.of(Status.OK, "ok", Status.NO_ACTION, "noaction", Status.KO, "ko", Status.NO_RIGHT, "noright"));

    private static final int NOTHING_DONE = 422;

    @Override
    public boolean reads(int status) {
        return JsonHandler.super.reads(status) || status == NOTHING_DONE;
    }

    @Override
    public List<Outcome> read(Response response) throws IOException {
        Map<String, @Nullable Object> answer = Json.object(response.json(), "an object with the counts of outcomes");
        if (!answer.containsKey("ok")) {
            throw new UnexpectedJsonException("the answer does not say how many items are done");
        }
        String messages = PhpValues.entries(answer.get("messages")).values().stream()
                .flatMap(message -> PhpValues.text(message).stream())
                .map(response::redact)
                .collect(Collectors.joining("\n"));
        Status common = common(answer);
        String message = common == Status.UNKNOWN ? mixed(answer) + messages : messages;
        return ids.stream().map(id -> new Outcome(id, common, message)).toList();
    }

    /** The outcome of all items; UNKNOWN if they differ. */
    private Status common(Map<String, @Nullable Object> answer) {
        for (Map.Entry<Status, String> count : COUNTS.entrySet()) {
            if (count(answer, count.getValue()) == ids.size() && sum(answer) == ids.size()) {
                return count.getKey();
            }
        }
        return Status.UNKNOWN;
    }

    private static String mixed(Map<String, @Nullable Object> answer) {
        return COUNTS.values().stream()
                .map(name -> name + " " + count(answer, name))
                .collect(Collectors.joining(", ", "GLPI does not report which items: ", "\n"));
    }

    private static long sum(Map<String, @Nullable Object> answer) {
        return COUNTS.values().stream().mapToLong(name -> count(answer, name)).sum();
    }

    private static long count(Map<String, @Nullable Object> answer, String name) {
        return PhpValues.number(answer.get(name)).orElse(0);
    }
}
