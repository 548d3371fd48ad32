package io.github.glpi4j.internal;

import io.github.glpi4j.GlpiAuthenticationException;
import io.github.glpi4j.GlpiException;
import io.github.glpi4j.session.Context;
import io.github.glpi4j.session.SessionStore;
import io.github.glpi4j.transport.RequestNotSentException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The session that a client keeps by itself: opened when a call first needs it, by one login however many wait, and
 * renewed when GLPI says that it is gone. Such an answer also says that the call was not carried out, so that any call
 * is sent once more.
 */
final class ManagedSession implements SessionAccess {

    /** GLPI's words for a session that is gone. A bare 401 is none of them: it has meant a missing right. */
    private static final Set<String> GONE = Set.of("ERROR_SESSION_TOKEN_INVALID", "ERROR_SESSION_TOKEN_MISSING");

    private static final long NO_SESSION_LASTS = TimeUnit.SECONDS.toNanos(30);
    private static final long CONTEXT_REFUSED = TimeUnit.SECONDS.toNanos(10);

    private final Login login;
    private final @Nullable SessionStore store;
    private final LongSupplier clock;

    private Context context;
    private @Nullable CompletableFuture<OpenSession> opening;
    private @Nullable String lastGone;
    private @Nullable Failure heldBack;
    private long heldBackSince;
    private long heldBackFor;
    private boolean closed;

    ManagedSession(Login login, @Nullable SessionStore store, Context context, LongSupplier clock) {
        this.login = login;
        this.store = store;
        this.context = context;
        this.clock = clock;
    }

    @Override
    public <T extends @Nullable Object> CompletionStage<T> send(
            Pipeline pipeline, Function<String, Operation<T>> operation) {
        return acquire(pipeline).thenCompose(open -> send(pipeline, operation, open, 0));
    }

    /** Renews once; and once more where the store had another token which was dead too. */
    private <T extends @Nullable Object> CompletionStage<T> send(
            Pipeline pipeline, Function<String, Operation<T>> operation, OpenSession open, int renewals) {
        return pipeline.send(operation.apply(open.token()))
                .whenComplete((value, failure) -> {
                    if (failure == null || isBehindTheSessionCheck(failure)) {
                        open.prove();
                    }
                })
                .exceptionallyCompose(failure -> {
                    if (!isGone(failure)) {
                        return CompletableFuture.failedFuture(failure);
                    }
                    Failure held = drop(open);
                    boolean mayRenew = renewals == 0 || (renewals == 1 && open.isFound());
                    if (held != null || !mayRenew) {
                        return CompletableFuture.failedFuture(held != null ? held : failure);
                    }
                    return acquire(pipeline).thenCompose(next -> send(pipeline, operation, next, renewals + 1));
                });
    }

    /** GLPI looks at the API's switch, the address and the App-Token before it looks at the session (API.php). */
    private static boolean isBehindTheSessionCheck(Throwable failure) {
        return Failure.unwrap(failure) instanceof Failure refused
                && refused.code()
                        .filter(code -> !GONE.contains(code)
                                && !code.equals("ERROR")
                                && !code.equals("ERROR_NOT_ALLOWED_IP")
                                && !code.contains("APP_TOKEN"))
                        .isPresent();
    }

    private static boolean isGone(Throwable failure) {
        return Failure.unwrap(failure) instanceof Failure refused
                && refused.code().filter(GONE::contains).isPresent();
    }

    /** The open session, or the one that somebody is just opening, or one that this call opens for all. */
    private CompletionStage<OpenSession> acquire(Pipeline pipeline) {
        CompletableFuture<OpenSession> mine = new CompletableFuture<>();
        CompletableFuture<OpenSession> shared;
        String gone;
        Context wanted;
        synchronized (this) {
            if (closed) {
                return CompletableFuture.failedFuture(
                        pipeline.notSent("initSession", new RequestNotSentException("the client was closed")));
            }
            if (heldBack != null && clock.getAsLong() - heldBackSince < heldBackFor) {
                return CompletableFuture.failedFuture(heldBack);
            }
            heldBack = null;
            if (opening == null) {
                opening = mine;
            }
            shared = opening;
            gone = lastGone;
            wanted = context;
        }
        if (shared == mine) {
            return lead(pipeline, mine, gone, wanted);
        }
        if (shared.isDone() && !shared.isCompletedExceptionally()) {
            return shared;
        }
        return pipeline.await("initSession", "the login by another call", shared)
                .exceptionallyCompose(failure -> {
                    boolean again = Failure.unwrap(failure) instanceof LoginGivenUp && !pipeline.isAborted();
                    return again ? acquire(pipeline) : CompletableFuture.failedFuture(failure);
                });
    }

    private CompletionStage<OpenSession> lead(
            Pipeline pipeline, CompletableFuture<OpenSession> mine, @Nullable String gone, Context wanted) {
        // Within a stage, so that whatever is thrown ends the wait of the others too.
        return SessionAccess.done()
                .thenCompose(start -> login.open(pipeline, store, gone, wanted))
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(remembered(failure)))
                .whenComplete((open, failure) -> {
                    if (failure == null) {
                        mine.complete(open);
                        return;
                    }
                    synchronized (this) {
                        if (opening == mine) {
                            opening = null;
                        }
                    }
                    // Those who wait did not end this call: one of them logs in instead.
                    mine.completeExceptionally(pipeline.isAborted() ? new LoginGivenUp() : Failure.unwrap(failure));
                });
    }

    /**
     * Lets go of a session that GLPI does not know.
     *
     * @return the failure to tell if it had only just been opened: then a new login would not help either
     */
    private @Nullable Failure drop(OpenSession open) {
        synchronized (this) {
            if (opening == null || opening.getNow(null) != open) {
                return null; // somebody has renewed it already
            }
            opening = null;
            lastGone = open.token();
            return open.isFreshAndUnproven(clock.getAsLong()) ? noSessionLasts() : null;
        }
    }

    /** What a login came to: refused where it was to enter its profile or entity, another would be as well. */
    private Throwable remembered(Throwable failure) {
        if (isGone(failure)) {
            return noSessionLasts();
        }
        return Failure.unwrap(failure) instanceof Failure refused && isOfTheContext(refused)
                ? holdBack(refused, CONTEXT_REFUSED)
                : failure;
    }

    private static boolean isOfTheContext(Failure refused) {
        return refused.code().isPresent()
                && Failure.toCaller(refused) instanceof GlpiException told
                && told.operation().filter(name -> !name.equals("initSession")).isPresent();
    }

    private synchronized Failure holdBack(Failure failure, long time) {
        heldBackSince = clock.getAsLong();
        heldBackFor = time;
        heldBack = failure;
        return failure;
    }

    private Failure noSessionLasts() {
        Failure failure = new Failure(() -> new GlpiAuthenticationException(
                "initSession",
                401,
                "ERROR_SESSION_TOKEN_INVALID",
                "",
                "Session: a session that had just been opened was refused on its first use, so no other is opened for"
                        + " 30 seconds. A proxy strips the Session-Token header, or the nodes of GLPI do not share"
                        + " their sessions",
                null));
        return holdBack(failure, NO_SESSION_LASTS);
    }

    @Override
    public void remember(UnaryOperator<Context> change) {
        synchronized (this) {
            context = change.apply(context);
        }
    }

    /** Ends the session if there is one, for all who share it; one that is just being opened is waited for. */
    @Override
    public CompletionStage<@Nullable Void> kill(Pipeline pipeline) {
        CompletableFuture<OpenSession> open;
        synchronized (this) {
            open = opening;
        }
        if (open == null) {
            return SessionAccess.done();
        }
        return pipeline.await("killSession", "the login by another call", open)
                .handle((session, failure) -> {
                    if (session != null) {
                        return kill(pipeline, open, session);
                    }
                    // A login that failed has left nothing to end.
                    return pipeline.isAborted()
                            ? CompletableFuture.<@Nullable Void>failedFuture(failure)
                            : SessionAccess.done();
                })
                .thenCompose(end -> end);
    }

    private CompletionStage<@Nullable Void> kill(
            Pipeline pipeline, CompletableFuture<OpenSession> open, OpenSession session) {
        synchronized (this) {
            if (opening != open) {
                return SessionAccess.done(); // somebody else has ended it, or found out that it is gone
            }
            opening = null;
        }
        return pipeline.send(SessionOperations.kill(session.token()))
                .exceptionallyCompose(failure -> {
                    if (isGone(failure)) {
                        return SessionAccess.done();
                    }
                    putBack(session.token());
                    return CompletableFuture.failedFuture(failure);
                })
                .thenCompose(done -> store == null
                        ? SessionAccess.done()
                        : Login.inStore(pipeline, () -> store.discard(session.token())));
    }

    /** It may be alive or not: to be tried, and ended, again. */
    private synchronized void putBack(String token) {
        if (opening == null) {
            opening = CompletableFuture.completedFuture(OpenSession.found(token));
        }
    }

    /** No call gets a session any more; {@link #kill} still works. */
    synchronized void close() {
        closed = true;
    }

    /** Whether there is a session that has to end with the client: one in a store may serve other nodes. */
    synchronized boolean endsWithClient() {
        return store == null && opening != null && !opening.isCompletedExceptionally();
    }

    @Override
    public String toString() {
        return String.valueOf(context);
    }

    /** The call that logged in for all was ended from outside before it got an answer. */
    private static final class LoginGivenUp extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LoginGivenUp() {
            super(null, null, false, false);
        }
    }
}
