package io.github.glpi4j;

/**
 * The well-known values of {@link GlpiApiException#code()}. Codes that begin with {@code ERROR} come from GLPI. Codes
 * that begin with {@code GLPI4J} come from this library, for failures that GLPI reports as success or without a code.
 * GLPI and its plugins may send other codes.
 */
public final class ErrorCodes {

    /** The API is disabled. */
    public static final String API_DISABLED = "ERROR";

    /** The client's address is not in the range of any API client. */
    public static final String NOT_ALLOWED_IP = "ERROR_NOT_ALLOWED_IP";

    /** The API client for this address requires an App-Token, and none was sent. */
    public static final String APP_TOKEN_MISSING = "ERROR_APP_TOKEN_PARAMETERS_MISSING";

    /** The App-Token is wrong, or was sent although the API client has none. */
    public static final String WRONG_APP_TOKEN = "ERROR_WRONG_APP_TOKEN_PARAMETER";

    /** GLPI received no credentials. */
    public static final String LOGIN_MISSING = "ERROR_LOGIN_PARAMETERS_MISSING";

    /** GLPI rejected the login and password. */
    public static final String WRONG_LOGIN = "ERROR_GLPI_LOGIN";

    /** GLPI rejected the user token. */
    public static final String WRONG_USER_TOKEN = "ERROR_GLPI_LOGIN_USER_TOKEN";

    /** Login with credentials is disabled for the API. */
    public static final String CREDENTIALS_DISABLED = "ERROR_LOGIN_WITH_CREDENTIALS_DISABLED";

    /** The session does not exist or has ended. */
    public static final String SESSION_INVALID = "ERROR_SESSION_TOKEN_INVALID";

    /** GLPI received no session token. */
    public static final String SESSION_MISSING = "ERROR_SESSION_TOKEN_MISSING";

    /** The profile lacks the right. */
    public static final String RIGHT_MISSING = "ERROR_RIGHT_MISSING";

    /** The item does not exist. */
    public static final String ITEM_NOT_FOUND = "ERROR_ITEM_NOT_FOUND";

    /** The upload exceeds the limit of PHP. */
    public static final String UPLOAD_TOO_LARGE = "ERROR_UPLOAD_FILE_TOO_BIG_POST_MAX_SIZE";

    /** A position past the end of a list was requested. */
    public static final String RANGE_EXCEEDS_TOTAL = "ERROR_RANGE_EXCEED_TOTAL";

    /** The itemtype has no such field. */
    public static final String FIELD_NOT_FOUND = "ERROR_FIELD_NOT_FOUND";

    /** GLPI refused to create an item; the message says why. */
    public static final String ADD_REFUSED = "ERROR_GLPI_ADD";

    /** GLPI refused to change an item, or the item does not exist. */
    public static final String UPDATE_REFUSED = "ERROR_GLPI_UPDATE";

    /** GLPI refused to delete an item, or the item does not exist. */
    public static final String DELETE_REFUSED = "ERROR_GLPI_DELETE";

    /** GLPI does not know the massive action, or the input lacks what the action needs: no item was processed. */
    public static final String MASSIVE_ACTION_REFUSED = "ERROR_MASSIVEACTION_KEY";

    /** GLPI reported success, but its response does not confirm the write. */
    public static final String NOT_CONFIRMED = "GLPI4J_NOT_CONFIRMED";

    /** GLPI opened a session for an account that has no profile. */
    public static final String NO_PROFILE = "GLPI4J_NO_PROFILE";

    /** GLPI opened a session for an account whose password has expired. */
    public static final String PASSWORD_EXPIRED = "GLPI4J_PASSWORD_EXPIRED";

    /** GLPI created a document without the uploaded file. */
    public static final String FILE_REFUSED = "GLPI4J_FILE_REFUSED";

    /** The document exists, but its file is missing from the server's disk. */
    public static final String FILE_MISSING = "GLPI4J_FILE_MISSING";

    private ErrorCodes() {}
}
