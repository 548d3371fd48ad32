package io.github.glpi4j.internal.massiveaction;

import io.github.glpi4j.Call;
import io.github.glpi4j.ErrorCodes;
import io.github.glpi4j.GlpiApiException;
import io.github.glpi4j.internal.call.CallOptions;
import io.github.glpi4j.internal.call.DelegatingCall;
import io.github.glpi4j.internal.call.SessionCaller;
import io.github.glpi4j.internal.call.SessionSource;
import io.github.glpi4j.internal.http.InputChecks;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.internal.item.BulkRun;
import io.github.glpi4j.internal.item.ItemValues;
import io.github.glpi4j.internal.json.PhpValues;
import io.github.glpi4j.item.BulkResult;
import io.github.glpi4j.massiveaction.ApplyMassiveAction;
import io.github.glpi4j.massiveaction.MassiveActionResult;
import io.github.glpi4j.massiveaction.MassiveActionResult.Outcome;
import io.github.glpi4j.massiveaction.MassiveActionResult.Status;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A massive action, the items it is applied to, and its options. */
record ApplyMassiveActionCall(
        SessionCaller session,
        String itemtype,
        String key,
        List<Long> ids,
        Map<String, @Nullable Object> input,
        int chunkSize,
        CallOptions options)
        implements ApplyMassiveAction, DelegatingCall<MassiveActionResult>, BulkRun.Write<Outcome> {

    static ApplyMassiveAction of(SessionCaller session, String itemtype, String key, List<Long> ids) {
        CallOptions options = CallOptions.within(session.dispatcher().transferLimit());
        return new ApplyMassiveActionCall(session, itemtype, key, ids, Map.of(), 1, options);
    }

    @Override
    public ApplyMassiveAction input(String name, @Nullable Object value) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(input);
        all.put(name, ItemValues.json(name, value));
        return new ApplyMassiveActionCall(session, itemtype, key, ids, all, chunkSize, options);
    }

    @Override
    public ApplyMassiveAction chunkSize(int items) {
        return new ApplyMassiveActionCall(session, itemtype, key, ids, input, InputChecks.checkChunk(items), options);
    }

    @Override
    public ApplyMassiveAction timeout(Duration timeout) {
        return new ApplyMassiveActionCall(session, itemtype, key, ids, input, chunkSize, options.timeout(timeout));
    }

    @Override
    public ApplyMassiveAction header(String name, String value) {
        return new ApplyMassiveActionCall(session, itemtype, key, ids, input, chunkSize, options.header(name, value));
    }

    @Override
    public Call<MassiveActionResult> delegate() {
        return options.call(
                session.dispatcher(),
                toString(),
                execution -> new BulkRun<>(this, execution).start().thenApply(MassiveActionResult::new));
    }

    @Override
    public SessionSource source() {
        return session.source();
    }

    @Override
    public int size() {
        return ids.size();
    }

    @Override
    public boolean endsAtUnknown() {
        return false;
    }

    @Override
    public Operation<List<Outcome>> chunk(int from, int to) {
        List<Long> chunk = ids.subList(from, to);
        return Operation.write(toString(), "POST", new MassiveActionHandler(chunk))
                .path("applyMassiveAction", itemtype, key)
                .json(Map.of("ids", chunk, "input", input))
                .hiding(PhpValues.secrets(input));
    }

    /** Of an action that GLPI does not know, no request can have another answer. */
    @Override
    public boolean concernsAll(Throwable failure) {
        return failure instanceof GlpiApiException refused && refused.code().equals(ErrorCodes.MASSIVE_ACTION_REFUSED);
    }

    @Override
    public Outcome outcome(int index, BulkResult.Status status, String message) {
        Status own = switch (status) {
            case DONE -> Status.OK;
            case REFUSED -> Status.KO;
            case UNKNOWN -> Status.UNKNOWN;
            case NOT_SENT -> Status.NOT_SENT;
        };
        return new Outcome(ids.get(index), own, message);
    }

    @Override
    public boolean mayBeWritten(Outcome outcome) {
        return outcome.status() == Status.OK || outcome.status() == Status.UNKNOWN;
    }

    @Override
    public String toString() {
        return "applyMassiveAction " + itemtype + "/" + key;
    }
}
