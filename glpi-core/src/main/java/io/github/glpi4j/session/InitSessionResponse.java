package io.github.glpi4j.session;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code initSession} answers. Immutable; {@link #toString()} hides the token. */
public final class InitSessionResponse {

    private final String sessionToken;
    private final @Nullable FullSession fullSession;

    private InitSessionResponse(String sessionToken, @Nullable FullSession fullSession) {
        this.sessionToken = Objects.requireNonNull(sessionToken, "sessionToken");
        this.fullSession = fullSession;
    }

    /**
     * Makes an answer, for tests that stand in for GLPI.
     *
     * @param sessionToken the token
     * @param fullSession the session's content, or null
     * @return the answer
     */
    public static InitSessionResponse of(String sessionToken, @Nullable FullSession fullSession) {
        return new InitSessionResponse(sessionToken, fullSession);
    }

    /**
     * The token of the new session: a secret, and opaque. GLPI up to 10.0.24 sends a PHP session id of 26 or more
     * characters, later versions some 200 characters of base64.
     *
     * @return the token as GLPI sent it
     */
    public String sessionToken() {
        return sessionToken;
    }

    /**
     * The session's content.
     *
     * @return present if it was asked for by {@link InitSession#fullSession()} and GLPI sent it
     */
    public Optional<FullSession> fullSession() {
        return Optional.ofNullable(fullSession);
    }

    /**
     * The same for JSON mappers and templates, which look for getters. The token has none, so that they do not show it.
     *
     * @return the session's content, or null
     */
    public @Nullable FullSession getFullSession() {
        return fullSession;
    }

    @Override
    public String toString() {
        return "InitSessionResponse[sessionToken=***, fullSession=" + fullSession + "]";
    }
}
