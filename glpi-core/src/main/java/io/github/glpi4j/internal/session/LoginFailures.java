package io.github.glpi4j.internal.session;

import io.github.glpi4j.ErrorCodes;
import io.github.glpi4j.GlpiAuthenticationException;
import io.github.glpi4j.GlpiException;
import io.github.glpi4j.internal.http.CallFailure;
import io.github.glpi4j.internal.http.Operation;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for a while that a session opened well and was then refused, so that calls fail at once instead of opening
 * one session after the other.
 */
final class LoginFailures {

    private static final long SESSIONS_DO_NOT_PERSIST = TimeUnit.SECONDS.toNanos(30);
    private static final long CONTEXT_REFUSED = TimeUnit.SECONDS.toNanos(10);

    private final LongSupplier clock;
    private @Nullable CallFailure refusal;
    private long since;
    private long duration;

    LoginFailures(LongSupplier clock) {
        this.clock = clock;
    }

    /** The refusal in force, if there is one. */
    synchronized @Nullable CallFailure current() {
        if (refusal != null && clock.getAsLong() - since >= duration) {
            refusal = null;
        }
        return refusal;
    }

    /** What a failed login came to: refused where it was to enter its profile or entity, another would be as well. */
    Throwable ofLogin(Throwable failure) {
        if (SessionErrors.isLost(failure)) {
            return sessionsDoNotPersist();
        }
        return CallFailure.unwrap(failure) instanceof CallFailure refused && isOfTheContext(refused)
                ? remember(refused, CONTEXT_REFUSED)
                : failure;
    }

    private static boolean isOfTheContext(CallFailure refused) {
        return refused.code().isPresent()
                && CallFailure.toCaller(refused) instanceof GlpiException failure
                && failure.operation()
                        .filter(name -> !name.equals(Operation.INIT_SESSION))
                        .isPresent();
    }

    /** A session was refused on its first use. */
    CallFailure sessionsDoNotPersist() {
        CallFailure failure = new CallFailure(() -> new GlpiAuthenticationException(
                Operation.INIT_SESSION,
                401,
                ErrorCodes.SESSION_INVALID,
                "",
                "Session: a session that had just been opened was refused on its first use, so no other is opened for"
                        + " 30 seconds. A proxy strips the Session-Token header, or the nodes of GLPI do not share"
                        + " their sessions",
                null));
        return remember(failure, SESSIONS_DO_NOT_PERSIST);
    }

    private synchronized CallFailure remember(CallFailure failure, long time) {
        since = clock.getAsLong();
        duration = time;
        refusal = failure;
        return failure;
    }
}
