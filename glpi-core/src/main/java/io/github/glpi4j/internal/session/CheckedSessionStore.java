package io.github.glpi4j.internal.session;

import io.github.glpi4j.GlpiConfigurationException;
import io.github.glpi4j.internal.call.Execution;
import io.github.glpi4j.internal.http.CallFailure;
import io.github.glpi4j.internal.http.InputChecks;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.internal.redaction.Redactor;
import io.github.glpi4j.session.SessionStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The user's session store, called within the time of a call. If it throws, fails or returns null, the call fails with a
 * {@link GlpiConfigurationException}. Its tokens may be unusable: see {@link InputChecks#isToken}.
 */
final class CheckedSessionStore {

    /** How long no session is opened after two in a row could not be saved: each would be ended again at once. */
    private static final long HELD_BACK = TimeUnit.SECONDS.toNanos(5);

    private final SessionStore store;
    private final LongSupplier clock;

    private int unsaved;
    private long since;
    private @Nullable Throwable lastFailure;

    CheckedSessionStore(SessionStore store, LongSupplier clock) {
        this.store = store;
        this.clock = clock;
    }

    /** {@return the failure to report instead of opening a session that could not be saved either, or null} */
    synchronized @Nullable Throwable heldBack() {
        return unsaved > 1 && clock.getAsLong() - since < HELD_BACK ? lastFailure : null;
    }

    private synchronized void noteSaved(@Nullable Throwable failure) {
        unsaved = failure == null ? 0 : unsaved + 1;
        since = clock.getAsLong();
        lastFailure = failure;
    }

    CompletionStage<Optional<String>> load(Execution execution) {
        return within(execution, started(Redactor.NONE, store::load)).thenApply(token -> given("load()", token));
    }

    /**
     * Saves the token of a session just opened. If this fails, the caller ends that session; should the store take the
     * token later, it is discarded.
     *
     * @param closing fails when the client closes, and the save with it
     */
    CompletionStage<String> save(
            Execution execution, @Nullable String replaced, String opened, CompletableFuture<?> closing) {
        Redactor secrets = Redactor.of(replaced == null ? List.of(opened) : List.of(replaced, opened));
        CompletableFuture<String> saved = started(secrets, () -> store.save(replaced, opened))
                .thenApply(token -> given("save()", token))
                .whenComplete((token, failure) -> noteSaved(failure == null ? null : CallFailure.unwrap(failure)));
        return within(execution, CompletableFuture.anyOf(saved, closing).thenCompose(first -> saved))
                .exceptionallyCompose(failure -> {
                    CompletableFuture<?> unused = saved.thenAccept(late -> {
                        if (opened.equals(late)) {
                            CompletableFuture<?> ignored = started(secrets, () -> store.discard(opened));
                        }
                    });
                    return CompletableFuture.failedFuture(failure);
                });
    }

    CompletionStage<@Nullable Void> discard(Execution execution, String token) {
        return within(execution, started(Redactor.of(List.of(token)), () -> store.discard(token)));
    }

    /** Calls the store. Its failure must not show a token that the call had as an argument. */
    private static <T extends @Nullable Object> CompletableFuture<T> started(
            Redactor secrets, Supplier<CompletionStage<T>> call) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            CompletionStage<?> unused = call.get().whenComplete((value, failure) -> {
                if (failure == null) {
                    answer.complete(value);
                } else {
                    answer.completeExceptionally(failed(secrets, failure));
                }
            });
        } catch (RuntimeException e) {
            answer.completeExceptionally(failed(secrets, e));
        }
        return answer;
    }

    private static <T extends @Nullable Object> CompletionStage<T> within(
            Execution execution, CompletionStage<T> answer) {
        return execution.await(Operation.INIT_SESSION, "the session store", answer);
    }

    private static CallFailure failed(Redactor secrets, Throwable failure) {
        Throwable cause = secrets.redact(CallFailure.unwrap(failure));
        return new CallFailure(() -> new GlpiConfigurationException("the session store failed", null, cause));
    }

    static CallFailure unusableToken() {
        return new CallFailure(() -> new GlpiConfigurationException(
                "the session store keeps a token that no header can carry",
                "SessionStore: its save(…) must put the new token in the place of the one that it is given",
                null));
    }

    private static <T> T given(String method, @Nullable T value) {
        if (value == null) {
            throw new CallFailure(() -> new GlpiConfigurationException(
                    "the session store returned null",
                    "SessionStore: its " + method + " must not complete with null",
                    null));
        }
        return value;
    }
}
