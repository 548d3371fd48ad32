package io.github.glpi4j.internal.call;

import io.github.glpi4j.Call;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.item.ItemMapper;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Creates the calls of one session. */
public record SessionCaller(Dispatcher dispatcher, SessionSource source, NameDecoder names, ItemMapper mapper) {

    /** {@return a call that sends one operation} */
    public <T extends @Nullable Object> Call<T> call(Operation<T> operation) {
        return call(operation.name(), execution -> source.send(execution, operation));
    }

    /** {@return a call that sends one operation and decodes the names in its value} */
    public <T> Call<T> call(Operation<T> operation, NameDecoder.Names<T> decoded) {
        return call(operation.name(), execution -> send(execution, operation, decoded));
    }

    /** {@return a call with several steps} */
    public <T extends @Nullable Object> Call<T> call(String name, Dispatcher.Steps<T> steps) {
        return call(name, steps, dispatcher.callLimit());
    }

    /** {@return a call with several steps and a time limit} */
    public <T extends @Nullable Object> Call<T> call(String name, Dispatcher.Steps<T> steps, TimeLimit limit) {
        return new DefaultCall<>(dispatcher, name, steps, limit);
    }

    /** Sends one operation as a step of a call, and decodes the names in its value. */
    public <T> CompletionStage<T> send(Execution execution, Operation<T> operation, NameDecoder.Names<T> decoded) {
        return source.send(execution, operation).thenCompose(value -> names.decode(execution, source, value, decoded));
    }
}
