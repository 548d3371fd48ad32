package io.github.glpi4j.internal.item;

import io.github.glpi4j.Call;
import io.github.glpi4j.internal.call.CallOptions;
import io.github.glpi4j.internal.call.DelegatingCall;
import io.github.glpi4j.internal.call.SessionCaller;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.item.DeleteItem;
import io.github.glpi4j.item.WriteResult;
import java.time.Duration;

/** {@code deleteItems} of one item, and its options. */
record DeleteItemCall(SessionCaller session, Operation<WriteResult> operation, CallOptions options)
        implements DeleteItem, DelegatingCall<WriteResult> {

    static DeleteItem of(SessionCaller session, String itemtype, long id) {
        return new DeleteItemCall(
                session,
                ItemWrites.delete(itemtype, id),
                CallOptions.within(session.dispatcher().callLimit()));
    }

    @Override
    public DeleteItem purge() {
        return new DeleteItemCall(session, operation.query("force_purge", "true"), options);
    }

    @Override
    public DeleteItem withoutHistory() {
        return new DeleteItemCall(session, operation.query("history", "false"), options);
    }

    @Override
    public DeleteItem timeout(Duration timeout) {
        return new DeleteItemCall(session, operation, options.timeout(timeout));
    }

    @Override
    public DeleteItem header(String name, String value) {
        return new DeleteItemCall(session, operation, options.header(name, value));
    }

    @Override
    public Call<WriteResult> delegate() {
        return options.call(
                session.dispatcher(),
                operation.name(),
                execution -> session.source().send(execution, operation));
    }

    @Override
    public String toString() {
        return operation.name();
    }
}
