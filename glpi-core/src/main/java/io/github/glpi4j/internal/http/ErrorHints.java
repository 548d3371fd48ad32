package io.github.glpi4j.internal.http;

import io.github.glpi4j.ErrorCodes;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is likely at fault and what to do about it, in words for the person who reads the exception. */
public final class ErrorHints {

    private static final String DOCUMENT_TYPES = "The types it takes are under Setup > Dropdowns > Document types";

    private static final Map<String, String> BY_CODE = Map.ofEntries(
            Map.entry(
                    ErrorCodes.APP_TOKEN_MISSING,
                    "App-Token: every API client in GLPI that matches this caller's address requires one. Pass the"
                            + " client's token to appToken(…); it is under Setup > General > API"),
            Map.entry(
                    ErrorCodes.WRONG_APP_TOKEN,
                    "App-Token: no active API client that matches this caller's address has this token. GLPI also"
                            + " refuses an App-Token where its API client has none: then leave appToken(…) out. A user"
                            + " token goes into credentials(…)"),
            Map.entry(
                    ErrorCodes.NOT_ALLOWED_IP,
                    "IP filter: GLPI sees the address in its message, which behind a proxy is the proxy's. Add or widen"
                            + " an active API client for it under Setup > General > API"),
            Map.entry(
                    ErrorCodes.LOGIN_MISSING,
                    "Credentials: none arrived, though some were sent. The web server may have dropped the Authorization"
                            + " header, as Apache with CGI or FPM does: set CGIPassAuth On there, or build the client with"
                            + " credentialsInBody()"),
            Map.entry(
                    ErrorCodes.CREDENTIALS_DISABLED,
                    "Credentials: this GLPI takes user tokens only. Use Credentials.userToken(…), or switch on \"Enable"
                            + " login with credentials\" under Setup > General > API"),
            Map.entry(
                    ErrorCodes.WRONG_LOGIN,
                    "Credentials: the login or password is wrong, the account is inactive, outside its dates or without"
                            + " a profile, or the directory that GLPI asks did not answer"),
            Map.entry(
                    ErrorCodes.WRONG_USER_TOKEN,
                    "Credentials: the user token is unknown, its account is inactive or without a profile, login with"
                            + " tokens is off, or the account's directory did not answer; GLPI does not say which. The"
                            + " token is the \"API token\" of the user's settings, not the personal token and not the"
                            + " App-Token"),
            Map.entry(
                    ErrorCodes.SESSION_INVALID,
                    "Session: it has expired, was killed, or belongs to another GLPI. Open a new one with initSession()"),
            Map.entry(
                    ErrorCodes.SESSION_MISSING,
                    "Session: the Session-Token did not arrive, though it was sent. A proxy may strip it; or the base URL"
                            + " leads to another endpoint"),
            Map.entry(
                    ErrorCodes.RIGHT_MISSING,
                    "Profile: the session is good, but its active profile lacks the right in its active entity"),
            Map.entry(
                    ErrorCodes.UPLOAD_TOO_LARGE,
                    "File: the request is larger than PHP takes. Raise post_max_size and upload_max_filesize in php.ini on"
                            + " GLPI's server"),
            Map.entry(
                    ErrorCodes.FIELD_NOT_FOUND,
                    "Field: the itemtype has no field of this name. Names are those of the database, such as date_mod or"
                            + " groups_id"),
            Map.entry(
                    ErrorCodes.ADD_REFUSED,
                    "Item: if GLPI names no other reason, the profile lacks the right in the active entity, or a field"
                            + " that GLPI requires is missing, such as the id of the parent"),
            Map.entry(
                    ErrorCodes.MASSIVE_ACTION_REFUSED,
                    "Massive action: the itemtype has no action with this key, or the input lacks what the action needs, so"
                            + " that GLPI processed no item"),
            Map.entry(ErrorCodes.UPDATE_REFUSED, "Item: if GLPI names no other reason, no item has this id"),
            Map.entry(
                    "ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM",
                    "Itemtype or base URL: this GLPI knows no itemtype or endpoint of this name. Check its spelling, capitals"
                            + " included, that its plugin is active, and the version of GLPI"));

    private ErrorHints() {}

    /** What to do about a file that GLPI refused: by GLPI's words, which it may have translated. */
    public static String forRefusedFile(String reason) {
        String words = reason.toLowerCase(Locale.ROOT);
        if (words.contains("upload_max_filesize") || words.contains("post_max_size")) {
            return "It is larger than PHP takes: raise upload_max_filesize and post_max_size in php.ini on GLPI's server";
        }
        if (words.contains("too big")) {
            return "It is larger than GLPI's document_max_size, 2 MB after installation: raise \"Document files maximum"
                    + " size\" under Setup > General > Management";
        }
        if (words.contains("too small")) {
            return "It is empty";
        }
        if (words.contains("temporary folder") || words.contains("to disk") || words.contains("not found")) {
            return "GLPI's server cannot store it: look at the owner and the free space of GLPI's folder for files and of"
                    + " PHP's upload_tmp_dir";
        }
        return words.contains("not allowed")
                ? DOCUMENT_TYPES
                : DOCUMENT_TYPES
                        + ". Its size is bounded by document_max_size (Setup > General > Management) and by PHP's"
                        + " upload_max_filesize and post_max_size";
    }

    /**
     * What GLPI's code says.
     *
     * @param appTokenSent whether the request had an App-Token
     */
    static @Nullable String forCode(String operation, String code, boolean appTokenSent) {
        if (code.equals(ErrorCodes.APP_TOKEN_MISSING) && appTokenSent) {
            return "App-Token: one was sent, but did not arrive. A proxy or gateway in between strips the header";
        }
        if (code.equals(ErrorCodes.SESSION_MISSING) && operation.equals(Operation.INIT_SESSION)) {
            return "Base URL: GLPI saw another path than that of initSession, which needs no session. A rewriting rule of"
                    + " the web server changes it, or the base URL is wrong";
        }
        // On these endpoints the error without a name has one cause (API.php, initEndpoint), which only its text names,
        // in GLPI's language.
        if (code.equals(ErrorCodes.API_DISABLED)
                && (operation.equals(Operation.INIT_SESSION) || operation.equals(Operation.KILL_SESSION))) {
            return "API: it is probably switched off in GLPI. Enable Rest API under Setup > General > API";
        }
        return BY_CODE.get(code);
    }
}
