package io.github.glpi4j.testkit;

import java.time.Instant;
import java.util.Objects;

/** A session that was open when {@link FakeGlpi#sessions()} was called. Immutable. */
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
     * Describes a session.
     *
     * @param token the session token
     * @param login who logged in
     * @param opened when
     * @return the description
     */
    public static FakeSession of(String token, String login, Instant opened) {
        return new FakeSession(token, login, opened);
    }

    /**
     * The token the client was given.
     *
     * @return the session token
     */
    public String token() {
        return token;
    }

    /**
     * Who logged in.
     *
     * @return the account's login
     */
    public String login() {
        return login;
    }

    /**
     * When, by the clock of the FakeGlpi.
     *
     * @return the time of the login
     */
    public Instant opened() {
        return opened;
    }

    @Override
    public String toString() {
        return "FakeSession[" + login + ", since " + opened + ", token=***]";
    }
}
