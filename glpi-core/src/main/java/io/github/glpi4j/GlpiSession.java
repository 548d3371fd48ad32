package io.github.glpi4j;

import io.github.glpi4j.session.FullSession;
import org.jspecify.annotations.Nullable;

/**
 * The calls that GLPI answers within a session. Thread-safe.
 *
 * <p>{@link GlpiClient#attach(String)} gives one on a session that was opened elsewhere.
 */
public interface GlpiSession {

    /**
     * Everything GLPI keeps in the session: {@code GET getFullSession}.
     *
     * @return a call that gives the session's content
     */
    @CheckReturnValue
    Call<FullSession> getFullSession();

    /**
     * Ends the session on the server: {@code GET killSession}. Calls with its token are refused from then on. GLPI 9.5
     * answers with an empty body, later versions with {@code true}; both are success.
     *
     * @return a call that gives nothing
     */
    @CheckReturnValue
    Call<@Nullable Void> killSession();
}
