package io.github.glpi4j.internal.massiveaction;

import io.github.glpi4j.Call;
import io.github.glpi4j.internal.call.SessionCaller;
import io.github.glpi4j.internal.http.InputChecks;
import io.github.glpi4j.internal.http.JsonHandler;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.internal.http.Response;
import io.github.glpi4j.internal.json.Json;
import io.github.glpi4j.internal.json.PhpValues;
import io.github.glpi4j.massiveaction.ApplyMassiveAction;
import io.github.glpi4j.massiveaction.MassiveAction;
import io.github.glpi4j.massiveaction.MassiveActionParameter;
import io.github.glpi4j.massiveaction.MassiveActions;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The massive actions on the items of one itemtype. */
public record DefaultMassiveActions(SessionCaller session, String itemtype, boolean trash) implements MassiveActions {

    public static MassiveActions of(SessionCaller session, String itemtype) {
        return new DefaultMassiveActions(session, InputChecks.checkItemtype(itemtype), false);
    }

    @Override
    public MassiveActions inTrash() {
        return new DefaultMassiveActions(session, itemtype, true);
    }

    @Override
    public Call<List<MassiveAction>> list() {
        return session.call(inTrash(list(itemtype)).path("getMassiveActions", itemtype));
    }

    @Override
    public Call<List<MassiveAction>> list(long id) {
        return session.call(
                list(itemtype + "/" + InputChecks.checkId(id)).path("getMassiveActions", itemtype, String.valueOf(id)));
    }

    private static Operation<List<MassiveAction>> list(String of) {
        return Operation.get(
                "getMassiveActions " + of,
                new Rows<>(row -> new MassiveAction(text(row.get("key")), text(row.get("label")))));
    }

    @Override
    public Call<List<MassiveActionParameter>> parameters(String key) {
        Operation<List<MassiveActionParameter>> operation = Operation.get(
                "getMassiveActionParameters " + itemtype + "/" + checkKey(key),
                new Rows<>(row -> new MassiveActionParameter(text(row.get("name")), text(row.get("type")))));
        return session.call(inTrash(operation).path("getMassiveActionParameters", itemtype, key));
    }

    private <T> Operation<T> inTrash(Operation<T> operation) {
        return trash ? operation.query("is_deleted", "true") : operation;
    }

    @Override
    public ApplyMassiveAction apply(String key, Collection<Long> ids) {
        return ApplyMassiveActionCall.of(
                session,
                itemtype,
                checkKey(key),
                ids.stream().map(InputChecks::checkId).toList());
    }

    /** GLPI fails without an answer for a key without a colon (API::applyMassiveAction). */
    private static String checkKey(String key) {
        int colon = key.lastIndexOf(':');
        if (colon <= 0 || colon == key.length() - 1) {
            throw new IllegalArgumentException(
                    "\"" + key + "\" is not the key of a massive action, such as MassiveAction:add_note");
        }
        return key;
    }

    private static String text(@Nullable Object value) {
        return PhpValues.text(value).orElse("");
    }

    /** A list of objects; GLPI sends an empty body if there are none. */
    private record Rows<T>(Function<Map<String, @Nullable Object>, T> row) implements JsonHandler<List<T>> {

        @Override
        public List<T> read(Response response) throws IOException {
            return Json.values(response.json(), "a list").stream()
                    .map(PhpValues::entries)
                    .map(row)
                    .toList();
        }

        @Override
        public List<T> empty() {
            return List.of();
        }
    }

    @Override
    public String toString() {
        return "MassiveActions[" + itemtype + "]";
    }
}
