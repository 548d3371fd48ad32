package io.github.glpi4j.internal;

import io.github.glpi4j.GlpiAuthenticationException;
import io.github.glpi4j.GlpiConfigurationException;
import io.github.glpi4j.session.Context;
import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.session.InitSessionResponse;
import io.github.glpi4j.session.SessionStore;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens sessions for a client: takes over another node's, or logs in, checks that the account can work, goes to the
 * wanted profile and entity, and shares the token. Remembers a refusal for a while: a wrong password at a hundred calls
 * a second must not become a hundred LDAP binds and a locked account.
 */
public final class Login {

    private static final long REFUSAL_COUNTS = TimeUnit.SECONDS.toNanos(10);

    private final LoginSettings settings;
    private final boolean check;
    private final LongSupplier clock;

    private @Nullable Refusal refusal;

    /**
     * Logs nobody in yet.
     *
     * @param check whether a session that is of no use is refused
     * @param clock in nanoseconds
     */
    public Login(LoginSettings settings, boolean check, LongSupplier clock) {
        this.settings = settings;
        this.check = check;
        this.clock = clock;
    }

    /** Holds the credentials, not what they send: the former show their secret nowhere. */
    private record Refusal(LoginCredentials credentials, Failure failure, long since) {}

    /**
     * A session to work in.
     *
     * @param store where other nodes look for it too, or null
     * @param gone the token that GLPI refused last, or null: another node may have renewed it
     */
    CompletionStage<OpenSession> open(
            Pipeline pipeline, @Nullable SessionStore store, @Nullable String gone, Context context) {
        return stored(pipeline, store)
                .thenCompose(token -> token.isPresent() && !token.get().equals(gone)
                        ? CompletableFuture.completedFuture(OpenSession.found(token.get()))
                        : logIn(pipeline)
                                .thenCompose(opened -> settle(pipeline, store, token.orElse(null), opened, context)));
    }

    /** Brings a new session to where it is to work, and makes it known. */
    private static CompletionStage<OpenSession> settle(
            Pipeline pipeline,
            @Nullable SessionStore store,
            @Nullable String replaced,
            OpenSession opened,
            Context context) {
        CompletionStage<OpenSession> settled =
                enter(pipeline, opened, context).thenCompose(done -> share(pipeline, store, replaced, opened));
        return orEnd(pipeline, opened.token(), settled);
    }

    private CompletionStage<OpenSession> logIn(Pipeline pipeline) {
        return InitSessionCall.resolve(pipeline, settings.credentials()).thenCompose(known -> {
            Failure remembered = remembered(known);
            if (remembered != null) {
                return CompletableFuture.failedFuture(remembered);
            }
            return pipeline.send(InitSessionCall.operation(known, settings.inBody(), settings.query(check)))
                    .thenCompose(opened -> orEnd(pipeline, opened.sessionToken(), usable(opened)))
                    .whenComplete((opened, failure) -> note(known, failure));
        });
    }

    /** What comes of a session just opened; if nothing does, the session is ended again. */
    private static <T> CompletionStage<T> orEnd(Pipeline pipeline, String token, CompletionStage<T> use) {
        return use.exceptionallyCompose(
                failure -> pipeline.endUnused(token).thenCompose(done -> CompletableFuture.failedFuture(failure)));
    }

    private CompletionStage<OpenSession> usable(InitSessionResponse opened) {
        Failure useless = opened.session().map(Login::check).orElse(null);
        return useless == null
                ? CompletableFuture.completedFuture(OpenSession.fresh(opened.sessionToken(), clock.getAsLong()))
                : CompletableFuture.failedFuture(useless);
    }

    private static @Nullable Failure check(FullSession session) {
        if (session.passwordExpired()) {
            return useless(
                    "GLPI4J_PASSWORD_EXPIRED",
                    "Credentials: the password has expired. GLPI logs the user in, but without a profile, so that"
                            + " nothing works. Change the password in GLPI's web interface, or use a user token");
        }
        if (session.activeProfileId().isEmpty()) {
            return useless(
                    "GLPI4J_NO_PROFILE",
                    "Credentials: the account has no profile, so that nothing works. Give it one in GLPI, with the"
                            + " entity it works in");
        }
        return null;
    }

    private static Failure useless(String code, String hint) {
        return Failure.refused(code, () -> new GlpiAuthenticationException("initSession", 200, code, "", hint, null));
    }

    /** Goes to the profile and entity; where it went there, GLPI has taken the token. */
    private static CompletionStage<@Nullable Void> enter(Pipeline pipeline, OpenSession opened, Context context) {
        CompletionStage<@Nullable Void> entered = SessionAccess.done();
        if (context.profileId().isPresent()) {
            long profile = context.profileId().getAsLong();
            entered = pipeline.send(SessionOperations.changeProfile(opened.token(), profile))
                    .thenRun(opened::prove);
        }
        if (context.entityId().isPresent() || context.isAllEntities()) {
            entered = entered.thenCompose(
                            done -> pipeline.send(SessionOperations.changeEntities(opened.token(), context)))
                    .thenRun(opened::prove);
        }
        return entered;
    }

    private synchronized @Nullable Failure remembered(LoginCredentials known) {
        Refusal last = refusal;
        return last != null
                        && last.credentials().authorization().equals(known.authorization())
                        && clock.getAsLong() - last.since() < REFUSAL_COUNTS
                ? last.failure()
                : null;
    }

    private synchronized void note(LoginCredentials known, @Nullable Throwable failure) {
        refusal = failure != null
                        && Failure.unwrap(failure) instanceof Failure told
                        && told.code().isPresent()
                ? new Refusal(known, told, clock.getAsLong())
                : null;
    }

    private static CompletionStage<Optional<String>> stored(Pipeline pipeline, @Nullable SessionStore store) {
        return store == null ? CompletableFuture.completedFuture(Optional.empty()) : inStore(pipeline, store::load);
    }

    /** Where another node was faster, its session is the one, and ours is ended. */
    private static CompletionStage<OpenSession> share(
            Pipeline pipeline, @Nullable SessionStore store, @Nullable String replaced, OpenSession opened) {
        if (store == null) {
            return CompletableFuture.completedFuture(opened);
        }
        return inStore(pipeline, () -> store.save(replaced, opened.token()))
                .thenCompose(inForce -> inForce.equals(opened.token())
                        ? CompletableFuture.completedFuture(opened)
                        : pipeline.endUnused(opened.token()).thenApply(done -> OpenSession.found(inForce)));
    }

    /** Asks the store and waits for it; its failures are told as such, also those that it throws. */
    static <T extends @Nullable Object> CompletionStage<T> inStore(
            Pipeline pipeline, Supplier<CompletionStage<T>> question) {
        return SessionAccess.done()
                .thenCompose(done -> pipeline.await("initSession", "the session store", question.get()))
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                        Failure.unwrap(failure) instanceof Failure told
                                ? told
                                : new Failure(() -> new GlpiConfigurationException(
                                        "the session store failed", null, Failure.unwrap(failure)))));
    }
}
