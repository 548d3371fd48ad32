package io.github.glpi4j.internal;

import io.github.glpi4j.GlpiAuthenticationException;
import io.github.glpi4j.GlpiException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for a while that a session opened well and was then refused, so that calls fail at once instead of opening
 * one session after the other.
 */
final class SessionRefusals {

    private static final long NO_SESSION_LASTS = TimeUnit.SECONDS.toNanos(30);
    private static final long CONTEXT_REFUSED = TimeUnit.SECONDS.toNanos(10);

    private final LongSupplier clock;
    private @Nullable Failure refusal;
    private long since;
    private long duration;

    SessionRefusals(LongSupplier clock) {
        this.clock = clock;
    }

    /** The refusal in force, if there is one. */
    synchronized @Nullable Failure current() {
        if (refusal != null && clock.getAsLong() - since >= duration) {
            refusal = null;
        }
        return refusal;
    }

    /** What a failed login came to: refused where it was to enter its profile or entity, another would be as well. */
    Throwable ofLogin(Throwable failure) {
        if (SessionOperations.isGone(failure)) {
            return noSessionLasts();
        }
        return Failure.unwrap(failure) instanceof Failure refused && isOfTheContext(refused)
                ? remember(refused, CONTEXT_REFUSED)
                : failure;
    }

    private static boolean isOfTheContext(Failure refused) {
        return refused.code().isPresent()
                && Failure.toCaller(refused) instanceof GlpiException failure
                && failure.operation()
                        .filter(name -> !name.equals("initSession"))
                        .isPresent();
    }

    /** A session was refused on its first use. */
    Failure noSessionLasts() {
        Failure failure = new Failure(() -> new GlpiAuthenticationException(
                "initSession",
                401,
                "ERROR_SESSION_TOKEN_INVALID",
                "",
                "Session: a session that had just been opened was refused on its first use, so no other is opened for"
                        + " 30 seconds. A proxy strips the Session-Token header, or the nodes of GLPI do not share"
                        + " their sessions",
                null));
        return remember(failure, NO_SESSION_LASTS);
    }

    private synchronized Failure remember(Failure failure, long time) {
        since = clock.getAsLong();
        duration = time;
        refusal = failure;
        return failure;
    }
}
