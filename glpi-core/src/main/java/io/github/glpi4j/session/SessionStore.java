package io.github.glpi4j.session;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Where a client keeps the token of its managed session. A store that several JVMs share lets a fleet of nodes work in
 * one session instead of one each. All must log in as the same user with the same {@link SessionContext}; and the nodes of
 * GLPI must share their sessions too.
 *
 * <p>Methods must not block; they are called on the threads of calls. A stage that fails is told to the caller of that
 * call as a {@link io.github.glpi4j.GlpiConfigurationException}; so is what a method throws. Tokens are secrets.
 */
public interface SessionStore {

    /**
     * The token in force.
     *
     * @return a token, or empty if there is none
     */
    CompletionStage<Optional<String>> load();

    /**
     * Puts a new token in the place of an old one, atomically: if another node was faster, its token stays, and the
     * caller ends the session that it opened in vain. If this fails, the caller ends that session too: its call fails,
     * and no session is left behind that no store knows.
     *
     * @param replaced the token that was found to be dead, or null if there was none
     * @param opened the token of the session just opened
     * @return the token in force afterwards: {@code opened}, or that of the faster node
     */
    CompletionStage<String> save(@Nullable String replaced, String opened);

    /**
     * Forgets a token that is in force no more. Does nothing if another one is.
     *
     * @param token the token
     * @return completed when it is gone
     */
    CompletionStage<@Nullable Void> discard(String token);
}
