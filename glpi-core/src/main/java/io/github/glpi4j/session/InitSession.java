package io.github.glpi4j.session;

import io.github.glpi4j.Call;
import io.github.glpi4j.CheckReturnValue;
import io.github.glpi4j.Credentials;
import java.time.Duration;

/**
 * Opens a session: {@code initSession}. Immutable; each method returns a new call.
 *
 * <p>The call sends {@code GET …/initSession} with the credentials in the {@code Authorization} header, or {@code POST}
 * with the credentials in a JSON body if the client is configured that way. It also sends the client's App-Token, if
 * any. It never sends a Session-Token, because GLPI would end that session.
 *
 * <p>If GLPI rejects the login, the call fails with a {@link io.github.glpi4j.GlpiAuthenticationException}, whose code
 * and hint distinguish the App-Token, the address filter and the credentials. GLPI also logs in users whose password
 * has expired, but their session has no profile.
 */
public interface InitSession extends Call<InitSessionResponse> {

    /** {@return a new call that also requests the content of the session: {@code get_full_session=true}} */
    @CheckReturnValue
    InitSession fullSession();

    /**
     * {@return a new call that logs in with these credentials instead of the client's, so that one client can verify
     * many users}
     *
     * @param credentials the credentials
     */
    @CheckReturnValue
    InitSession credentials(Credentials credentials);

    /**
     * Sets the source that GLPI checks the login against: {@code auth}, an undocumented parameter of GLPI. By default,
     * GLPI checks its own database, then LDAP, then mail servers.
     *
     * @param source {@code local}, {@code ldap-<id>}, {@code mail-<id>} or {@code external-<id>}; GLPI rejects an
     *     unknown source with {@code ERROR_GLPI_LOGIN} and an empty message
     * @return a new call
     */
    @CheckReturnValue
    InitSession authSource(String source);

    @Override
    @CheckReturnValue
    InitSession timeout(Duration timeout);

    @Override
    @CheckReturnValue
    InitSession header(String name, String value);
}
