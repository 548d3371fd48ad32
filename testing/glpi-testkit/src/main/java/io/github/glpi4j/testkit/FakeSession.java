package io.github.glpi4j.testkit;

import java.time.Instant;
import java.util.Objects;

/** A snapshot of an open session, taken by {@link FakeGlpi#sessions()}. Immutable. */
public final class FakeSession {
    private final String token;
    private final String login;
    private final Instant opened;

    private FakeSession(String token, String login, Instant opened) {
        this.token = Objects.requireNonNull(token, "token");
        this.login = Objects.requireNonNull(login, "login");
        this.opened = Objects.requireNonNull(opened, "opened");
    }

    /**
     * Creates a snapshot.
     *
     * @param token the session token
     * @param login the login of the account
     * @param opened the time of the login
     * @return the snapshot
     */
    public static FakeSession of(String token, String login, Instant opened) {
        return new FakeSession(token, login, opened);
    }

    /** {@return the session token} */
    public String token() {
        return token;
    }

    /** {@return the login of the account} */
    public String login() {
        return login;
    }

    /** {@return the time of the login, by FakeGlpi's clock} */
    public Instant opened() {
        return opened;
    }

    @Override
    public String toString() {
        return "FakeSession[" + login + ", since " + opened + ", token=***]";
    }
}
