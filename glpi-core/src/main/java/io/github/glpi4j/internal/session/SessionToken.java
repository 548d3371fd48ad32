package io.github.glpi4j.internal.session;

import java.util.concurrent.TimeUnit;

/** A token, where it comes from, and whether GLPI has ever taken it. */
final class SessionToken {

    /** A session that is gone later than this after its login has expired or was ended: that says nothing. */
    private static final long FRESH = TimeUnit.SECONDS.toNanos(30);

    private final String token;
    private final boolean found;
    private final long since;
    private volatile boolean proven;

    private SessionToken(String token, boolean found, long since) {
        this.token = token;
        this.found = found;
        this.since = since;
    }

    /**
     * Opened by this client just now.
     *
     * @param now in nanoseconds
     */
    static SessionToken fresh(String token, long now) {
        return new SessionToken(token, false, now);
    }

    /** Opened by another node, or some time ago; it may have expired since. */
    static SessionToken found(String token) {
        return new SessionToken(token, true, 0);
    }

    String token() {
        return token;
    }

    void prove() {
        proven = true;
    }

    boolean isFound() {
        return found;
    }

    boolean isFreshAndUnproven(long now) {
        return !found && !proven && now - since < FRESH;
    }

    @Override
    public String toString() {
        return "OpenSession[***]";
    }
}
