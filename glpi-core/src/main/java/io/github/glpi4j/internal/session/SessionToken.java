package io.github.glpi4j.internal.session;

import java.util.concurrent.TimeUnit;

/** A session token, its origin, and whether GLPI has accepted it. */
final class SessionToken {

    /** A session lost later than this after its login has probably expired. */
    private static final long NEW_FOR = TimeUnit.SECONDS.toNanos(30);

    private final String token;
    private final boolean shared;
    private final long since;
    private volatile boolean accepted;

    private SessionToken(String token, boolean shared, long since) {
        this.token = token;
        this.shared = shared;
        this.since = since;
    }

    /** {@return the token of a session that this client has just opened} */
    static SessionToken opened(String token, long now) {
        return new SessionToken(token, false, now);
    }

    /** {@return the token of a session that another node opened, or this client earlier; it may have expired} */
    static SessionToken shared(String token) {
        return new SessionToken(token, true, 0);
    }

    String token() {
        return token;
    }

    void markAccepted() {
        accepted = true;
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
