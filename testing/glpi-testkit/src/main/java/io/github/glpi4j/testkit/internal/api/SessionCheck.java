package io.github.glpi4j.testkit.internal.api;

import io.github.glpi4j.testkit.GlpiSwitch;
import io.github.glpi4j.testkit.internal.state.Session;
import java.util.regex.Pattern;

/** Requires and finds the session of a request. */
public final class SessionCheck {
    private static final Pattern PHP_ID = Pattern.compile("[0-9A-Za-z,-]{1,256}");

    private SessionCheck() {}

    public static Session check(ApiRequest request) {
        ClientCheck.checkAppToken(request);
        if (request.parameters().isEmpty("session_token")) {
            throw GlpiError.documented(
                    400, "ERROR_SESSION_TOKEN_MISSING", "parameter session_token is missing or empty");
        }
        Session session =
                request.state().sessions().find(request.sessionToken()).orElseThrow(SessionCheck::invalid);
        if (request.isOn(GlpiSwitch.SESSIONS_NOT_SHARED) && session.missesItsNode()) {
            throw invalid();
        }
        return session;
    }

    /** Whether PHP refuses the token as a session id; encrypted tokens are not passed to PHP. */
    public static boolean isMalformed(ApiRequest request) {
        String token = request.sessionToken();
        return !token.isEmpty()
                && !request.isOn(GlpiSwitch.ENCRYPTED_TOKENS)
                && !PHP_ID.matcher(token).matches();
    }

    public static GlpiError invalid() {
        return GlpiError.of(401, "ERROR_SESSION_TOKEN_INVALID", "session_token seems invalid");
    }
}
