package io.github.glpi4j.testkit;

/** A setting or fault of the server. All are off initially; {@link FakeGlpi#turnOn} works at any time. */
public enum GlpiSwitch {
    /** The API is disabled: 400 {@code ERROR} for every request, as on a new installation. */
    API_OFF,

    /** Login with login and password is disabled: 400 {@code ERROR_LOGIN_WITH_CREDENTIALS_DISABLED}. */
    CREDENTIALS_OFF,

    /** Login with user tokens is disabled: 401 {@code ERROR_GLPI_LOGIN_USER_TOKEN}, as for a wrong token. */
    USER_TOKENS_OFF,

    /** No API client matches the caller's address: 400 {@code ERROR_NOT_ALLOWED_IP} for every request. */
    IP_NOT_ALLOWED,

    /** Maintenance mode: an HTML page with status 200 instead of JSON. */
    MAINTENANCE,

    /** GLPI cannot reach its database: an HTML page with status 200; as of GLPI 11 a 500 with JSON or a page. */
    DATABASE_DOWN,

    /** The web server removes the Authorization header, as Apache does for CGI by default. */
    AUTHORIZATION_STRIPPED,

    /** A proxy removes the Session-Token header. */
    SESSION_TOKEN_STRIPPED,

    /** The web server does not pass on the path: every endpoint returns the documentation page. */
    PATH_INFO_LOST,

    /**
     * Session tokens as in GLPI 10.0.25 and 11.0.7: 200 characters of base64, with a different value as {@code valid_id}.
     * On by default for these versions and later ones.
     */
    ENCRYPTED_TOKENS,

    /** The high-level API of GLPI 11 is disabled: 403 instead of the list of APIs. No effect before GLPI 11. */
    HIGH_LEVEL_API_OFF,

    /**
     * Email notifications are enabled, so that {@code lostPassword} works; see {@link FakeGlpi#lostPasswordTokens()}.
     */
    NOTIFICATIONS,

    /**
     * Two nodes without shared sessions behind a round-robin balancer: every other request with a valid token, including
     * the first, gets 401 {@code ERROR_SESSION_TOKEN_INVALID}.
     */
    SESSIONS_NOT_SHARED
}
