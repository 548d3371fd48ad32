package io.github.glpi4j.session;

import io.github.glpi4j.Call;
import io.github.glpi4j.CheckReturnValue;
import io.github.glpi4j.Credentials;
import java.time.Duration;

/**
 * {@code initSession}: opens a session on GLPI. Immutable; every method gives a new call.
 *
 * <p>Sent as {@code GET …/initSession} with the credentials in the {@code Authorization} header (or as {@code POST}
 * with them in a JSON body, if the client was built so), the client's App-Token if it has one, and never a
 * Session-Token, since GLPI would end that session.
 *
 * <p>Refusals are {@link io.github.glpi4j.GlpiAuthenticationException}s whose code and hint tell App-Token, address
 * filter and credentials apart. GLPI also logs in a user whose password has expired: the session then has no profile.
 */
public interface InitSession extends Call<InitSessionResponse> {

    /**
     * Also asks for the session's content: {@code get_full_session=true}.
     *
     * @return a new call
     */
    @CheckReturnValue
    InitSession fullSession();

    /**
     * Logs in with these credentials instead of the client's, so that one client can check many users.
     *
     * @param credentials who logs in
     * @return a new call
     */
    @CheckReturnValue
    InitSession credentials(Credentials credentials);

    /**
     * Says which source GLPI checks the login against: {@code auth}, a parameter that GLPI reads but does not
     * document. Without it GLPI asks its own database, then LDAP, then mail servers.
     *
     * @param source {@code local}, {@code ldap-<id>}, {@code mail-<id>} or {@code external-<id>}; GLPI answers an
     *     unknown one with {@code ERROR_GLPI_LOGIN} and an empty text
     * @return a new call
     */
    @CheckReturnValue
    InitSession authSource(String source);

    @Override
    @CheckReturnValue
    InitSession timeout(Duration timeout);
}
