package io.github.glpi4j.testkit.internal;

/** Finds the session a call must have. */
final class SessionCheck {
    private SessionCheck() {}

    static Session check(Call call) {
        ClientCheck.checkAppToken(call);
        if (call.parameters().isEmpty("session_token")) {
            throw GlpiError.documented(
                    400, "ERROR_SESSION_TOKEN_MISSING", "parameter session_token is missing or empty");
        }
        return call.state().sessions().find(call.sessionToken()).orElseThrow(SessionCheck::invalid);
    }

    static GlpiError invalid() {
        return GlpiError.of(401, "ERROR_SESSION_TOKEN_INVALID", "session_token seems invalid");
    }
}
