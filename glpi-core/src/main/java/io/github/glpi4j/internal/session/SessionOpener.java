package io.github.glpi4j.internal.session;

import io.github.glpi4j.ErrorCodes;
import io.github.glpi4j.GlpiAuthenticationException;
import io.github.glpi4j.GlpiProtocolException;
import io.github.glpi4j.internal.auth.ResolvedCredentials;
import io.github.glpi4j.internal.call.Execution;
import io.github.glpi4j.internal.http.CallFailure;
import io.github.glpi4j.internal.http.InputChecks;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.session.EntityScope;
import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.session.InitSessionResponse;
import io.github.glpi4j.session.SessionContext;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens sessions for a client: takes over another node's, or logs in, verifies that the account can work, changes to the
 * wanted profile and entities, and publishes the token. Remembers a refusal for a while, so that a wrong password at a
 * hundred calls a second does not become a hundred LDAP binds and a locked account.
 */
public final class SessionOpener {

    private static final long REFUSAL_LASTS = TimeUnit.SECONDS.toNanos(10);

    private final LoginSettings settings;
    private final boolean check;
    private final LongSupplier clock;

    private @Nullable Refusal refusal;

    /**
     * Does not log in yet.
     *
     * @param check whether a useless session is refused
     * @param clock in nanoseconds
     */
    public SessionOpener(LoginSettings settings, boolean check, LongSupplier clock) {
        this.settings = settings;
        this.check = check;
        this.clock = clock;
    }

    /** What two logins of the same credentials may differ in: the user, the language and the default profile. */
    private record Owner(OptionalLong user, Optional<String> language, OptionalLong profile) {

        static Owner of(FullSession session) {
            return new Owner(session.userId(), session.language(), session.activeProfileId());
        }
    }

    /** Has the credentials, not what they send: their toString() does not show the secret. */
    private record Refusal(ResolvedCredentials credentials, CallFailure failure, long since) {}

    /**
     * A session to work in.
     *
     * @param store where other nodes look for it too, or null
     * @param gone the token that GLPI refused last, or null: another node may have renewed it
     * @param closing fails when the client closes: a session that no store has is useless then
     */
    CompletionStage<SessionToken> open(
            Execution execution,
            @Nullable CheckedSessionStore store,
            @Nullable String gone,
            SessionContext context,
            CompletableFuture<?> closing) {
        if (store == null) {
            return logInTo(execution, context);
        }
        return store.load(execution).thenCompose(stored -> {
            String token = stored.orElse(null);
            if (token != null && InputChecks.isToken(token) && !token.equals(gone)) {
                return CompletableFuture.completedFuture(SessionToken.shared(token));
            }
            Throwable heldBack = store.heldBack();
            return heldBack != null
                    ? CompletableFuture.failedFuture(heldBack)
                    : logInTo(execution, context)
                            .thenCompose(opened -> killOnFailure(
                                    execution, opened.token(), publish(execution, store, token, opened, closing)));
        });
    }

    private CompletionStage<SessionToken> logInTo(Execution execution, SessionContext context) {
        return logIn(execution)
                .thenCompose(opened -> killOnFailure(
                        execution,
                        opened.token(),
                        applyContext(execution, opened, context).thenApply(done -> opened)));
    }

    private CompletionStage<SessionToken> logIn(Execution execution) {
        return InitSessionCall.resolve(execution, settings.credentials()).thenCompose(known -> {
            CallFailure remembered = remembered(known);
            if (remembered != null) {
                return CompletableFuture.failedFuture(remembered);
            }
            return execution
                    .send(InitSessionCall.operation(known, settings, check))
                    .thenCompose(opened -> killOnFailure(execution, opened.sessionToken(), requireUsable(opened)))
                    .whenComplete((opened, failure) -> rememberRefusal(known, failure));
        });
    }

    /** Ends a session that no call will use: also if the call has been aborted. Never fails. */
    public static CompletionStage<@Nullable Void> endUnused(Execution execution, String token) {
        return execution.undo(DefaultGlpiSession.KILL.inSession(token));
    }

    /** Ends the new session if the given stage fails. */
    private static <T> CompletionStage<T> killOnFailure(Execution execution, String token, CompletionStage<T> use) {
        return use.exceptionallyCompose(
                failure -> endUnused(execution, token).thenCompose(done -> CompletableFuture.failedFuture(failure)));
    }

    private CompletionStage<SessionToken> requireUsable(InitSessionResponse opened) {
        CallFailure useless = opened.fullSession().map(SessionOpener::check).orElse(null);
        return useless == null
                ? CompletableFuture.completedFuture(SessionToken.opened(
                        opened.sessionToken(),
                        clock.getAsLong(),
                        opened.fullSession().map(Owner::of).orElse(null)))
                : CompletableFuture.failedFuture(useless);
    }

    private static @Nullable CallFailure check(FullSession session) {
        if (session.passwordExpired()) {
            return useless(
                    ErrorCodes.PASSWORD_EXPIRED,
                    "Credentials: the password has expired. GLPI logs the user in, but without a profile, so that"
                            + " nothing works. Change the password in GLPI's web interface, or use a user token");
        }
        if (session.activeProfileId().isEmpty()) {
            return useless(
                    ErrorCodes.NO_PROFILE,
                    "Credentials: the account has no profile, so that nothing works. Give it one in GLPI, with the"
                            + " entity it works in");
        }
        return null;
    }

    private static CallFailure useless(String code, String hint) {
        return CallFailure.refused(
                code, () -> new GlpiAuthenticationException(Operation.INIT_SESSION, 200, code, "", hint, null));
    }

    /** Changes to the profile and entities; if GLPI does so, it has accepted the token. */
    private static CompletionStage<@Nullable Void> applyContext(
            Execution execution, SessionToken opened, SessionContext context) {
        CompletionStage<@Nullable Void> applied = Execution.done();
        if (context.profileId().isPresent()) {
            long profile = context.profileId().getAsLong();
            applied = execution
                    .send(DefaultGlpiSession.changeProfile(profile).inSession(opened.token()))
                    .thenRun(opened::markAccepted);
        }
        EntityScope entities = context.entities().orElse(null);
        if (entities != null) {
            applied = applied.thenCompose(done -> execution.send(
                            DefaultGlpiSession.changeEntities(entities).inSession(opened.token())))
                    .thenRun(opened::markAccepted);
        }
        return applied;
    }

    private synchronized @Nullable CallFailure remembered(ResolvedCredentials known) {
        Refusal last = refusal;
        return last != null
                        && last.credentials().authorization().equals(known.authorization())
                        && clock.getAsLong() - last.since() < REFUSAL_LASTS
                ? last.failure()
                : null;
    }

    private synchronized void rememberRefusal(ResolvedCredentials known, @Nullable Throwable failure) {
        refusal = failure != null && CallFailure.unwrap(failure) instanceof CallFailure refused && isRefusal(refused)
                ? new Refusal(known, refused, clock.getAsLong())
                : null;
    }

    /** Also a response that cannot be read: a wrong password behind a warning of PHP is still a failed login. */
    private static boolean isRefusal(CallFailure failure) {
        return failure.code().isPresent() || CallFailure.toCaller(failure) instanceof GlpiProtocolException;
    }

    /**
     * Publishes a new session. If another node was faster, its session is used and the new one is ended, unless its token
     * is unusable, in which case the new one replaces it.
     */
    private static CompletionStage<SessionToken> publish(
            Execution execution,
            CheckedSessionStore store,
            @Nullable String replaced,
            SessionToken opened,
            CompletableFuture<?> closing) {
        return store.save(execution, replaced, opened.token(), closing).thenCompose(inForce -> {
            if (inForce.equals(opened.token())) {
                return CompletableFuture.completedFuture(opened);
            }
            if (InputChecks.isToken(inForce)) {
                return endUnused(execution, opened.token()).thenApply(done -> SessionToken.shared(inForce));
            }
            return inForce.equals(replaced)
                    ? CompletableFuture.failedFuture(CheckedSessionStore.unusableToken())
                    : publish(execution, store, inForce, opened, closing);
        });
    }
}
