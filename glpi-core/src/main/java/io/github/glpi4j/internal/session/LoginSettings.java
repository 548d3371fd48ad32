package io.github.glpi4j.internal.session;

import io.github.glpi4j.Credentials;
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

    /** The query of {@code initSession}. */
    public Map<String, String> query(boolean fullSession) {
        Map<String, String> query = new LinkedHashMap<>();
        if (fullSession) {
            query.put("get_full_session", "true");
        }
        if (authSource != null) {
            query.put("auth", authSource);
        }
        return query;
    }
}
