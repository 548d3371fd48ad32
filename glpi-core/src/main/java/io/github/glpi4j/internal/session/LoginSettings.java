package io.github.glpi4j.internal.session;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.internal.http.InputChecks;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a client logs in unless a call says otherwise.
 *
 * @param credentials the credentials, or null for none
 * @param inBody whether they are sent in the body
 * @param authSource the directory that checks them, such as {@code ldap-1}, or null for GLPI's own order
 */
public record LoginSettings(
        @Nullable Credentials credentials,
        boolean inBody,
        @Nullable String authSource) {

    private static final Map<String, String> FULL_SESSION = Map.of("get_full_session", "true");

    public static final LoginSettings NONE = new LoginSettings(null, false, null);

    public LoginSettings withCredentials(Credentials other) {
        return new LoginSettings(other, inBody, authSource);
    }

    public LoginSettings withCredentialsInBody() {
        return new LoginSettings(credentials, true, authSource);
    }

    public LoginSettings withAuthSource(String source) {
        return new LoginSettings(credentials, inBody, InputChecks.checkToken("source of authentication", source));
    }

    /** {@return the query of {@code initSession}} */
    Map<String, String> query(boolean fullSession) {
        Map<String, String> query = fullSession ? FULL_SESSION : Map.of();
        if (authSource != null) {
            query = new LinkedHashMap<>(query);
            query.put("auth", authSource);
        }
        return query;
    }
}
