package io.github.glpi4j.internal.session;

import io.github.glpi4j.GlpiProtocolException;
import io.github.glpi4j.GlpiTransportException;
import io.github.glpi4j.internal.call.Dispatcher;
import io.github.glpi4j.internal.call.Execution;
import io.github.glpi4j.internal.call.SessionCache;
import io.github.glpi4j.internal.call.SessionSource;
import io.github.glpi4j.internal.call.TimeLimit;
import io.github.glpi4j.internal.http.CallFailure;
import io.github.glpi4j.internal.http.InputChecks;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.session.SessionContext;
import io.github.glpi4j.session.SessionStore;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The session that a client manages: opened by one login when calls first need it, and renewed when GLPI reports it as
 * lost. That report also means that the call was not carried out, so any call is sent again.
 *
 * <p>A login belongs to the client: the call that starts it waits for it like the others, within its own time limit, and
 * the login continues without it.
 */
final class ManagedSession implements SessionSource {

    private final Function<SessionContext, SessionCache> caches;
    private final SessionOpener login;
    private final @Nullable CheckedSessionStore store;
    private final TimeLimit loginLimit;
    private final LongSupplier clock;
    private final LoginFailures refusals;

    /** Fails when the client closes. */
    private final CompletableFuture<?> closing = new CompletableFuture<>();

    private SessionContext context;

    /** The session in use, or the login that opens it. */
    private @Nullable CompletableFuture<SessionToken> current;

    /** Tokens of sessions that could not be ended, and that no call uses any more. */
    private final Set<String> unended = new LinkedHashSet<>();

    private @Nullable String lastGone;
    private boolean lastWasRefusedFresh;
    private CompletableFuture<@Nullable Void> lastChange = CompletableFuture.completedFuture(null);

    /**
     * Opens none yet.
     *
     * @param loginLimit how long a login may take
     * @param caches what is known in a context
     */
    ManagedSession(
            SessionOpener login,
            @Nullable SessionStore store,
            SessionContext context,
            TimeLimit loginLimit,
            LongSupplier clock,
            Function<SessionContext, SessionCache> caches) {
        this.login = login;
        this.store = store == null ? null : new CheckedSessionStore(store, clock);
        this.context = context;
        this.loginLimit = loginLimit;
        this.clock = clock;
        this.caches = caches;
        this.refusals = new LoginFailures(clock);
    }

    @Override
    public synchronized SessionCache cache() {
        return caches.apply(context);
    }

    @Override
    public <T extends @Nullable Object> CompletionStage<T> send(Execution execution, Operation<T> operation) {
        return inSession(execution, open -> execution.send(operation.inSession(open.token())));
    }

    private <T extends @Nullable Object> CompletionStage<T> inSession(
            Execution execution, Function<SessionToken, CompletionStage<T>> use) {
        return acquire(execution).thenCompose(open -> inSession(execution, use, open, 0));
    }

    /**
     * Renews once; and once more with a store: its token may be dead too, and another node may end a new session before
     * its first use.
     */
    private <T extends @Nullable Object> CompletionStage<T> inSession(
            Execution execution, Function<SessionToken, CompletionStage<T>> use, SessionToken open, int renewals) {
        return use.apply(open)
                .whenComplete((value, failure) -> {
                    if (failure == null || SessionErrors.passedSessionCheck(failure)) {
                        open.markAccepted();
                    }
                })
                .exceptionallyCompose(failure -> {
                    if (!SessionErrors.isLost(failure)) {
                        return CompletableFuture.failedFuture(failure);
                    }
                    CallFailure held = discard(open);
                    boolean mayRenew = renewals == 0 || (renewals == 1 && (store != null || open.isShared()));
                    if (held != null || !mayRenew) {
                        return CompletableFuture.failedFuture(held != null ? held : failure);
                    }
                    return acquire(execution).thenCompose(next -> inSession(execution, use, next, renewals + 1));
                });
    }

    /** Returns the session, or waits for the login; if there is neither, this call starts a login. */
    private CompletionStage<SessionToken> acquire(Execution execution) {
        CompletableFuture<SessionToken> session;
        CompletableFuture<SessionToken> mine = null;
        String gone;
        SessionContext wanted;
        synchronized (this) {
            if (closing.isDone()) {
                return CompletableFuture.failedFuture(closed());
            }
            if (current == null) {
                CallFailure refused = refusals.current();
                if (refused != null) {
                    return CompletableFuture.failedFuture(refused);
                }
                if (execution.isAborted()) {
                    return execution.await(Operation.INIT_SESSION, "the login", new CompletableFuture<>());
                }
                mine = new CompletableFuture<>();
                current = mine;
            }
            session = current;
            gone = lastGone;
            wanted = context;
        }
        if (mine != null) {
            logIn(execution, mine, gone, wanted);
        }
        return session.isDone() && !session.isCompletedExceptionally()
                ? session
                : execution.await(
                        Operation.INIT_SESSION,
                        store == null ? "the login" : "the session store or the login",
                        session);
    }

    private void logIn(
            Execution execution, CompletableFuture<SessionToken> mine, @Nullable String gone, SessionContext wanted) {
        CompletableFuture<?> unused = execution
                .runInBackground(
                        Operation.INIT_SESSION,
                        background -> login.open(background, store, gone, wanted, closing),
                        loginLimit)
                .whenComplete((open, failure) -> {
                    if (failure == null) {
                        if (open.owner() != null) {
                            cache().ownedBy(open.owner());
                        }
                        mine.complete(open);
                        return;
                    }
                    Throwable refused = refusals.ofLogin(failure);
                    synchronized (this) {
                        current = null;
                    }
                    mine.completeExceptionally(CallFailure.unwrap(refused));
                });
    }

    /**
     * Discards a session that GLPI does not know.
     *
     * @return the failure to report if it had only just been opened, because a new login would not help either
     */
    private synchronized @Nullable CallFailure discard(SessionToken open) {
        if (!isCurrent(open)) {
            return null; // another call has renewed it already
        }
        current = null;
        lastGone = open.token();
        // Another node may have ended a session that it found in the store: that says nothing, unless it happens again.
        boolean fresh = open.isNewAndUnaccepted(clock.getAsLong());
        boolean again = lastWasRefusedFresh;
        lastWasRefusedFresh = fresh;
        return fresh && (store == null || again) ? refusals.sessionsDoNotPersist() : null;
    }

    private boolean isCurrent(SessionToken open) {
        return current != null && current.getNow(null) == open;
    }

    /** Runs one change at a time, because the order in which GLPI runs concurrent ones is not known. */
    @Override
    public CompletionStage<@Nullable Void> change(
            Execution execution, Operation<@Nullable Void> operation, UnaryOperator<SessionContext> change) {
        CompletableFuture<@Nullable Void> mine = new CompletableFuture<>();
        CompletableFuture<@Nullable Void> before;
        SessionCache cache = cache();
        synchronized (this) {
            before = lastChange;
            lastChange = mine;
        }
        return execution
                .await(operation.name(), "another change of profile or entity", before)
                .thenCompose(turn -> changeCurrent(execution, operation, change))
                .whenComplete((done, failure) -> {
                    cache.clear();
                    CompletableFuture<?> unused = before.thenRun(() -> mine.complete(null));
                });
    }

    /** A session that was renewed meanwhile, without this change, is changed as well. */
    private CompletionStage<@Nullable Void> changeCurrent(
            Execution execution, Operation<@Nullable Void> operation, UnaryOperator<SessionContext> change) {
        return inSession(
                        execution,
                        open -> execution
                                .send(operation.inSession(open.token()))
                                .whenComplete((done, failure) -> {
                                    if (failure != null && mayHaveBeenCarriedOut(failure)) {
                                        abandon(execution, open);
                                    }
                                })
                                .thenApply(done -> open))
                .thenCompose(open ->
                        remember(open, change) ? Execution.done() : changeCurrent(execution, operation, change));
    }

    /**
     * Notes a change that a session has gone through.
     *
     * @return false if another session has become current, or a login without this change is in progress
     */
    private synchronized boolean remember(SessionToken changed, UnaryOperator<SessionContext> change) {
        boolean inForce = current == null || isCurrent(changed);
        if (inForce) {
            context = change.apply(context);
        }
        return inForce;
    }

    private static boolean mayHaveBeenCarriedOut(Throwable failure) {
        Throwable reported = CallFailure.toCaller(failure);
        return reported instanceof GlpiProtocolException
                || (reported instanceof GlpiTransportException unanswered && unanswered.mayHaveBeenSent());
    }

    /** Ends a session whose profile and entity are not known any more; the next call opens another. */
    private void abandon(Execution execution, SessionToken open) {
        synchronized (this) {
            if (!isCurrent(open)) {
                return;
            }
            current = null;
        }
        endLater(execution, open.token());
    }

    /** Ends the session for all its users, sessions that could not be ended before, and the one in the store. */
    @Override
    public CompletionStage<@Nullable Void> kill(Execution execution) {
        return afterLogin(execution)
                .thenCompose(settled -> endAll(execution, take(true).iterator()))
                .thenCompose(ended -> endStored(execution));
    }

    /** Ends the sessions that end with the client: one in a store may serve other nodes. */
    CompletionStage<@Nullable Void> endAtClose(Execution execution) {
        return afterLogin(execution)
                .thenCompose(settled -> endAll(execution, take(store == null).iterator()));
    }

    /** Waits for a running login; one that fails has left nothing to end. */
    private CompletionStage<@Nullable Void> afterLogin(Execution execution) {
        CompletableFuture<SessionToken> session;
        synchronized (this) {
            session = current;
        }
        return session == null
                ? Execution.done()
                : execution
                        .await(Operation.KILL_SESSION, "the login", session)
                        .handle((open, failure) -> failure != null && execution.isAborted()
                                ? CompletableFuture.<@Nullable Void>failedFuture(failure)
                                : Execution.done())
                        .thenCompose(end -> end);
    }

    private synchronized List<String> take(boolean alsoCurrent) {
        List<String> tokens = new ArrayList<>(unended);
        unended.clear();
        SessionToken open = current == null ? null : current.getNow(null);
        if (open != null && alsoCurrent) {
            tokens.add(0, open.token());
            current = null;
        }
        return tokens;
    }

    /** Ends one after the other, the rest also if one fails. */
    private CompletionStage<@Nullable Void> endAll(Execution execution, Iterator<String> tokens) {
        if (!tokens.hasNext()) {
            return Execution.done();
        }
        String token = tokens.next();
        CompletionStage<@Nullable Void> ended = end(execution, token).whenComplete((done, failure) -> {
            if (failure != null) {
                restore(execution, token);
            }
        });
        return ended.handle((done, failure) -> endAll(execution, tokens))
                .thenCompose(rest -> rest)
                .thenCompose(done -> ended);
    }

    private CompletionStage<@Nullable Void> end(Execution execution, String token) {
        return execution
                .send(DefaultGlpiSession.KILL.inSession(token))
                .exceptionallyCompose(failure ->
                        SessionErrors.isLost(failure) ? Execution.done() : CompletableFuture.failedFuture(failure))
                .thenCompose(done -> store == null ? Execution.done() : store.discard(execution, token));
    }

    /** The session in the store, which may be another node's. */
    private CompletionStage<@Nullable Void> endStored(Execution execution) {
        if (store == null) {
            return Execution.done();
        }
        return store.load(execution).thenCompose(stored -> {
            if (stored.isEmpty()) {
                return Execution.done();
            }
            return InputChecks.isToken(stored.get())
                    ? endAll(execution, List.of(stored.get()).iterator())
                    : store.discard(execution, stored.get());
        });
    }

    /** Restores a session that could not be ended, and may still exist, unless another has taken its place. */
    private void restore(Execution execution, String token) {
        synchronized (this) {
            if (!closing.isDone() && current == null) {
                current = CompletableFuture.completedFuture(SessionToken.shared(token));
                return;
            }
            if (!closing.isDone()) {
                unended.add(token);
                return;
            }
        }
        endLater(execution, token);
    }

    private void endLater(Execution execution, String token) {
        CompletableFuture<?> unused = execution
                .runInBackground(Operation.KILL_SESSION, background -> end(background, token), Dispatcher.CLOSE_TIMEOUT)
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        synchronized (this) {
                            unended.add(token);
                        }
                    }
                });
    }

    private static CallFailure closed() {
        return new CallFailure(() -> new GlpiTransportException(
                Operation.INIT_SESSION, "the client was closed during the call", false, null, null));
    }

    /** Refuses sessions to further calls; {@link #kill} and {@link #endAtClose} still work. */
    synchronized void close() {
        closing.completeExceptionally(closed());
    }

    /** {@return whether {@link #endAtClose} has something to do} */
    synchronized boolean endsWithClient() {
        return !unended.isEmpty() || (current != null && (store == null || !current.isDone()));
    }

    @Override
    public String toString() {
        return String.valueOf(context);
    }
}
