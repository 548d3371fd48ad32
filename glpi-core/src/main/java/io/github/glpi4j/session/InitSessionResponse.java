package io.github.glpi4j.session;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The response of {@code initSession}. Immutable; {@link #toString()} hides the token. */
public final class InitSessionResponse {

    private final String sessionToken;
    private final @Nullable FullSession fullSession;

    private InitSessionResponse(String sessionToken, @Nullable FullSession fullSession) {
        this.sessionToken = Objects.requireNonNull(sessionToken, "sessionToken");
        this.fullSession = fullSession;
    }

    /**
     * {@return a response, for tests that replace GLPI}
     *
     * @param sessionToken the token
     * @param fullSession the content of the session, or null
     */
    public static InitSessionResponse of(String sessionToken, @Nullable FullSession fullSession) {
        return new InitSessionResponse(sessionToken, fullSession);
    }

    /**
     * {@return the token of the new session, as sent by GLPI} The token is secret and opaque. GLPI up to 10.0.24 sends
     * a PHP session id of 26 or more characters, later versions about 200 characters of Base64.
     */
    public String sessionToken() {
        return sessionToken;
    }

    /** {@return the content of the session, if requested by {@link InitSession#fullSession()} and sent by GLPI} */
    public Optional<FullSession> fullSession() {
        return Optional.ofNullable(fullSession);
    }

    /**
     * {@return the content of the session, or null; for JSON mappers and templates, which look for getters} The token
     * has no such getter, so that it is not exposed.
     */
    public @Nullable FullSession getFullSession() {
        return fullSession;
    }

    @Override
    public String toString() {
        return "InitSessionResponse[sessionToken=***, fullSession=" + fullSession + "]";
    }
}
