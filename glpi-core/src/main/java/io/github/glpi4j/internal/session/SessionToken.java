package io.github.glpi4j.internal.session;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A session token, its origin, and whether GLPI has accepted it. */
final class SessionToken {

    /** A session lost later than this after its login has probably expired. */
    private static final long NEW_FOR = TimeUnit.SECONDS.toNanos(30);

    private final String token;
    private final boolean shared;
    private final long since;
    private final @Nullable Object owner;
    private volatile boolean accepted;

    private SessionToken(String token, boolean shared, long since, @Nullable Object owner) {
        this.token = token;
        this.shared = shared;
        this.since = since;
        this.owner = owner;
    }

    /**
     * The token of a session that this client has just opened.
     *
     * @param owner whose session it is, or null if the login did not report it
     */
    static SessionToken opened(String token, long now, @Nullable Object owner) {
        return new SessionToken(token, false, now, owner);
    }

    /** {@return the token of a session that another node opened, or this client earlier; it may have expired} */
    static SessionToken shared(String token) {
        return new SessionToken(token, true, 0, null);
    }

    String token() {
        return token;
    }

    void markAccepted() {
        accepted = true;
    }

    @Nullable Object owner() {
        return owner;
    }

    boolean isShared() {
        return shared;
    }

    boolean isNewAndUnaccepted(long now) {
        return !shared && !accepted && now - since < NEW_FOR;
    }

    @Override
    public String toString() {
        return "SessionToken[***]";
    }
}
