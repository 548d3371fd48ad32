package io.github.glpi4j.internal.item;

import io.github.glpi4j.Call;
import io.github.glpi4j.internal.call.CallOptions;
import io.github.glpi4j.internal.call.DelegatingCall;
import io.github.glpi4j.internal.call.SessionCaller;
import io.github.glpi4j.internal.call.SessionSource;
import io.github.glpi4j.internal.http.InputChecks;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.item.BulkResult;
import io.github.glpi4j.item.BulkResult.Outcome;
import io.github.glpi4j.item.BulkResult.Status;
import io.github.glpi4j.item.DeleteItems;
import io.github.glpi4j.transport.RequestBody;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A bulk write and its options.
 *
 * @param flags further members of the body: GLPI ignores them within its input
 */
record BulkCall(
        SessionCaller session,
        Kind kind,
        String itemtype,
        List<ItemInput> inputs,
        int chunkSize,
        boolean endsAtUnknown,
        Map<String, Boolean> flags,
        CallOptions options)
        implements DeleteItems, DelegatingCall<BulkResult>, BulkRun.Write<Outcome> {

    private static final int DEFAULT_CHUNK = 50;

    /** What surrounds the input in a body, with all flags. */
    private static final int LONGEST_FRAME = 64;

    /** The kinds of writes. */
    enum Kind {
        ADD("addItems", "POST"),
        UPDATE("updateItems", "PUT"),
        DELETE("deleteItems", "DELETE");

        private final String operation;
        private final String method;

        Kind(String operation, String method) {
            this.operation = operation;
            this.method = method;
        }
    }

    static DeleteItems of(SessionCaller session, Kind kind, String itemtype, List<ItemInput> inputs) {
        return new BulkCall(
                session,
                kind,
                itemtype,
                inputs,
                DEFAULT_CHUNK,
                false,
                Map.of(),
                CallOptions.within(session.dispatcher().transferLimit()));
    }

    @Override
    public DeleteItems purge() {
        return flag("force_purge", true);
    }

    @Override
    public DeleteItems withoutHistory() {
        return flag("history", false);
    }

    private DeleteItems flag(String name, boolean value) {
        Map<String, Boolean> all = new LinkedHashMap<>(flags);
        all.put(name, value);
        return new BulkCall(session, kind, itemtype, inputs, chunkSize, endsAtUnknown, all, options);
    }

    @Override
    public DeleteItems chunkSize(int items) {
        return new BulkCall(
                session, kind, itemtype, inputs, InputChecks.checkChunk(items), endsAtUnknown, flags, options);
    }

    @Override
    public DeleteItems stopAtUnknown() {
        return new BulkCall(session, kind, itemtype, inputs, chunkSize, true, flags, options);
    }

    @Override
    public DeleteItems timeout(Duration timeout) {
        return new BulkCall(session, kind, itemtype, inputs, chunkSize, endsAtUnknown, flags, options.timeout(timeout));
    }

    @Override
    public DeleteItems header(String name, String value) {
        return new BulkCall(
                session, kind, itemtype, inputs, chunkSize, endsAtUnknown, flags, options.header(name, value));
    }

    @Override
    public Call<BulkResult> delegate() {
        return options.call(
                session.dispatcher(),
                toString(),
                execution -> new BulkRun<>(this, execution).start().thenApply(BulkResult::new));
    }

    @Override
    public SessionSource source() {
        return session.source();
    }

    @Override
    public int size() {
        return inputs.size();
    }

    @Override
    public Operation<List<Outcome>> chunk(int from, int to) {
        List<ItemInput> chunk = inputs.subList(from, to);
        StringBuilder body = new StringBuilder(LONGEST_FRAME
                        + chunk.size()
                        + chunk.stream()
                                .mapToInt(input -> input.json().length())
                                .sum())
                .append("{\"input\":[");
        for (ItemInput input : chunk) {
            body.append(body.charAt(body.length() - 1) == '[' ? "" : ",").append(input.json());
        }
        body.append(']');
        flags.forEach(
                (name, value) -> body.append(",\"").append(name).append("\":").append(value));
        return Operation.write(toString(), kind.method, new BulkHandler(kind, chunk))
                .path(itemtype)
                .header(EncodedItems.HEADER, "false")
                .body(RequestBody.of(body.append('}').toString().getBytes(StandardCharsets.UTF_8)))
                .hiding(chunk.stream()
                        .flatMap(input -> input.secrets().stream())
                        .toList());
    }

    @Override
    public Outcome outcome(int index, Status status, String message) {
        return new Outcome(status, inputs.get(index).id(), message);
    }

    @Override
    public boolean mayBeWritten(Outcome outcome) {
        return outcome.status() == Status.DONE;
    }

    @Override
    public String toString() {
        return kind.operation + " " + itemtype;
    }
}
