package io.github.glpi4j.testkit;

/** A setting or a fault of the server; all are off at the start, {@link FakeGlpi#turnOn} works at any time. */
public enum GlpiSwitch {
    /** The API is not enabled: 400 {@code ERROR} to everything, as on a freshly installed GLPI. */
    API_OFF,

    /** No login with login and password: 400 {@code ERROR_LOGIN_WITH_CREDENTIALS_DISABLED}. */
    CREDENTIALS_OFF,

    /** No login with a user token: 401 {@code ERROR_GLPI_LOGIN_USER_TOKEN}, the same as for a wrong token. */
    USER_TOKENS_OFF,

    /** No API client matches the caller's address: 400 {@code ERROR_NOT_ALLOWED_IP} to everything. */
    IP_NOT_ALLOWED,

    /** Maintenance mode: an HTML page with status 200 instead of JSON. */
    MAINTENANCE,

    /** GLPI cannot reach its database: an HTML page with status 200; from GLPI 11 on a 500, as JSON or as a page. */
    DATABASE_DOWN,

    /** The web server drops the Authorization header, as Apache does before a CGI. */
    AUTHORIZATION_STRIPPED,

    /** A proxy drops the Session-Token header. */
    SESSION_TOKEN_STRIPPED,

    /** The web server passes no path: every endpoint answers with the documentation page. */
    PATH_INFO_LOST,

    /**
     * Session tokens as of GLPI 10.0.25 and 11.0.7: 200 characters of base64, and {@code valid_id} is another value. On at
     * the start of these versions and later ones.
     */
    ENCRYPTED_TOKENS,

    /** The high-level API of GLPI 11 is not enabled: 403 instead of the list of APIs. Nothing before 11. */
    HIGH_LEVEL_API_OFF,

    /** Mails are sent, so that {@code lostPassword} works; see {@link FakeGlpi#lostPasswordTokens()}. */
    NOTIFICATIONS,

    /**
     * Two nodes take turns and do not share their sessions: every other call with a valid token, the first one included,
     * gets 401 {@code ERROR_SESSION_TOKEN_INVALID}.
     */
    SESSIONS_NOT_SHARED
}
