package io.github.glpi4j.internal.call;

import io.github.glpi4j.internal.http.Operation;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What depends on the profile only, such as search options: read once, however many calls and sessions ask. Thread-safe.
 */
public final class SessionCache {

    private final Map<String, CompletableFuture<?>> values = new ConcurrentHashMap<>();
    private @Nullable Object owner;

    /**
     * Returns the value of an operation, which is sent if no call has asked for it yet. The request belongs to the client:
     * a call that ends meanwhile does not take it away from the others. A failure is not kept.
     *
     * @param operation has the same type of value whenever it has the same name
     */
    public <T> CompletionStage<T> get(Execution execution, SessionCaller session, Operation<T> operation) {
        CompletableFuture<T> mine = new CompletableFuture<>();
        @SuppressWarnings("unchecked") // as the parameter demands
        CompletableFuture<T> known = (CompletableFuture<T>) values.putIfAbsent(operation.name(), mine);
        if (known == null) {
            CompletableFuture<?> unused = execution
                    .runInBackground(
                            operation.name(),
                            background -> session.source().send(background, operation),
                            session.dispatcher().callLimit())
                    .whenComplete((value, failure) -> {
                        if (failure == null) {
                            mine.complete(value);
                        } else {
                            values.remove(operation.name(), mine);
                            mine.completeExceptionally(failure);
                        }
                    });
        }
        CompletableFuture<T> value = known == null ? mine : known;
        return value.isDone() ? value : execution.await(operation.name(), "GLPI", value);
    }

    /** Forgets what was read for another owner: labels are in the language of the user. */
    public synchronized void ownedBy(Object newOwner) {
        if (owner != null && !owner.equals(newOwner)) {
            clear();
        }
        owner = newOwner;
    }

    /** Forgets everything: what is being read may be that of another profile. */
    public void clear() {
        values.clear();
    }
}
