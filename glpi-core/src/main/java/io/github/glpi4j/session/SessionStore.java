package io.github.glpi4j.session;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Stores the token of a client's managed session. With a store that several JVMs share, all nodes work in one session
 * instead of one each. All of them must log in as the same user with the same {@link SessionContext}, and the nodes of
 * GLPI must share their sessions too.
 *
 * <p>Methods run on the threads of calls and must not block. If a method throws or its stage fails, the call fails with
 * a {@link io.github.glpi4j.GlpiConfigurationException}. Tokens are secrets.
 */
public interface SessionStore {

    /** {@return the current token, or empty if there is none} */
    CompletionStage<Optional<String>> load();

    /**
     * Atomically replaces an old token with a new one. If another node has already replaced it, that node's token
     * stays, and the caller ends the session that it just opened. If saving fails, the caller also ends that session,
     * and its call fails, so that no session remains that the store does not know.
     *
     * @param replaced the token of the session that was found to have ended, or null if there was none
     * @param opened the token of the session just opened
     * @return the current token afterwards: {@code opened}, or that of the other node
     */
    CompletionStage<String> save(@Nullable String replaced, String opened);

    /**
     * Removes a token whose session has ended. Does nothing if the store contains another token.
     *
     * @param token the token
     * @return a stage that completes when the token is removed
     */
    CompletionStage<@Nullable Void> discard(String token);
}
