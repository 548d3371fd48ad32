package io.github.glpi4j.internal;

/** A token, and whether GLPI has ever taken it. */
final class OpenSession {

    private final String token;
    private final boolean fresh;
    private volatile boolean proven;

    private OpenSession(String token, boolean fresh) {
        this.token = token;
        this.fresh = fresh;
    }

    /** Opened by this client a moment ago. */
    static OpenSession fresh(String token) {
        return new OpenSession(token, true);
    }

    /** Opened by another node; it may have expired since. */
    static OpenSession found(String token) {
        return new OpenSession(token, false);
    }

    String token() {
        return token;
    }

    void prove() {
        proven = true;
    }

    boolean isFreshAndUnproven() {
        return fresh && !proven;
    }

    @Override
    public String toString() {
        return "OpenSession[***]";
    }
}
