package io.github.glpi4j.internal;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is likely at fault and what to do about it, in words for the person who reads the exception. */
final class Hints {

    private static final Map<String, String> BY_CODE = Map.ofEntries(
            Map.entry(
                    "ERROR_APP_TOKEN_PARAMETERS_MISSING",
                    "App-Token: every API client in GLPI that matches this caller's address requires one. Pass the"
                            + " client's token to appToken(…); it is under Setup > General > API"),
            Map.entry(
                    "ERROR_WRONG_APP_TOKEN_PARAMETER",
                    "App-Token: no active API client that matches this caller's address has this token. GLPI also"
                            + " refuses an App-Token where its API client has none: then leave appToken(…) out. A user"
                            + " token goes into credentials(…)"),
            Map.entry(
                    "ERROR_NOT_ALLOWED_IP",
                    "IP filter: GLPI sees the address in its message, which behind a proxy is the proxy's. Add or widen"
                            + " an active API client for it under Setup > General > API"),
            Map.entry(
                    "ERROR_LOGIN_PARAMETERS_MISSING",
                    "Credentials: none arrived, though some were sent. The web server may have dropped the Authorization"
                            + " header, as Apache with CGI or FPM does: set CGIPassAuth On there, or build the client with"
                            + " credentialsInBody()"),
            Map.entry(
                    "ERROR_LOGIN_WITH_CREDENTIALS_DISABLED",
                    "Credentials: this GLPI takes user tokens only. Use Credentials.userToken(…), or switch on \"Enable"
                            + " login with credentials\" under Setup > General > API"),
            Map.entry(
                    "ERROR_GLPI_LOGIN",
                    "Credentials: the login or password is wrong, the account is inactive, outside its dates or without"
                            + " a profile, or the directory that GLPI asks did not answer"),
            Map.entry(
                    "ERROR_GLPI_LOGIN_USER_TOKEN",
                    "Credentials: the user token is unknown, its account is inactive or without a profile, login with"
                            + " tokens is off, or the account's directory did not answer; GLPI does not tell which. The"
                            + " token is the \"API token\" of the user's settings, not the personal token and not the"
                            + " App-Token"),
            Map.entry(
                    "ERROR_SESSION_TOKEN_INVALID",
                    "Session: it has expired, was killed, or belongs to another GLPI. Open a new one with initSession()"),
            Map.entry(
                    "ERROR_SESSION_TOKEN_MISSING",
                    "Session: the Session-Token did not arrive, though it was sent. A proxy may strip it; or the base URL"
                            + " leads to another endpoint"),
            Map.entry(
                    "ERROR_RIGHT_MISSING",
                    "Profile: the session is good, but its active profile lacks the right in its active entity"),
            Map.entry(
                    "ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM",
                    "Base URL or version: this GLPI does not know the endpoint or itemtype"));

    private Hints() {}

    static @Nullable String forCode(String operation, String code) {
        // On these endpoints the nameless error has one cause (API.php, initEndpoint), told only in GLPI's language.
        if (code.equals("ERROR") && (operation.equals("initSession") || operation.equals("killSession"))) {
            return "API: it is probably switched off in GLPI. Enable Rest API under Setup > General > API";
        }
        return BY_CODE.get(code);
    }

    /** For an answer that is a page, or nothing. */
    static @Nullable String forPage(int status, String page) {
        String text = page.toLowerCase(Locale.ROOT);
        if (text.isBlank()) {
            return status >= 200 && status < 300
                    ? "GLPI crashed, or is behind something that swallows its answers: see GLPI's php-errors.log"
                    : null;
        }
        if (text.contains("maintenance mode") || text.contains("service is down for maintenance")) {
            return "GLPI is in maintenance mode: try again when it is back";
        }
        if (text.startsWith("error file") || text.startsWith("error opening file")) {
            return "Document: GLPI knows it, but it has no file, or its file is not on the server's disk any more";
        }
        if (status == 401 || status == 407) {
            return "Not GLPI, but the web server or a proxy in front of it asks for a login of its own; it cannot share"
                    + " the Authorization header with GLPI's";
        }
        if (status == 403) {
            return "Not GLPI, but the web server, a proxy or a firewall in front of it refused the request";
        }
        if (status == 404) {
            return "Base URL: nothing there answers to it. It ends in …/apirest.php (or …/api.php/v1 from GLPI 11 on)";
        }
        if (status == 400 || status == 413 || status == 414 || status == 431) {
            return "The web server refused the request before GLPI saw it: it may be too large for the server's limits";
        }
        if (status == 429) {
            return "Something in front of GLPI limits the rate of requests";
        }
        if (status >= 500) {
            return "The web server or a proxy answered for GLPI, which is down, overloaded or has crashed";
        }
        if (text.contains("rest api")) {
            return "Base URL: this is the documentation page of GLPI's API. The web server does not hand the path behind"
                    + " apirest.php to PHP (PATH_INFO), or the URL is not the API's";
        }
        return "Base URL: it may lead to GLPI's web pages or to another site rather than to …/apirest.php; or PHP prints"
                + " errors into the answer";
    }
}
