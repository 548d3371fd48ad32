package io.github.glpi4j.internal.http;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises pages sent instead of GLPI's JSON: by their text first, then by their status.
 * All patterns are alternatives of plain words, so that a search takes linear time whatever the server sends.
 */
final class PageHints {

    private record Rule(Pattern words, String hint) {

        static Rule of(String words, String hint) {
            return new Rule(Pattern.compile(words, Pattern.CASE_INSENSITIVE), hint);
        }
    }

    private static final String DEBUG =
            "PHP prints debug output (var_dump) into the answer: a rewriting rule or a plugin" + " switches it on";

    private static final String TOO_LARGE =
            "The request is too large for the web server, so that GLPI never saw it: raise its limit, which is"
                    + " client_max_body_size in nginx (1 MB unless set), LimitRequestBody in Apache, maxAllowedContentLength"
                    + " in IIS";

    private static final String GLPI_LOGIN_PAGE =
            "GLPI's login page: a plugin or a rewrite rule redirects there, or two nodes do not share sessions";

    private static final String SIGN_ON_PAGE =
            "This looks like the login page of single sign-on in front of GLPI, from which the API has to be exempt";

    private static final List<Rule> RULES = List.of(
            Rule.of(
                    "maintenance mode|service is down for maintenance",
                    "GLPI is in maintenance mode: try again when it is back"),
            Rule.of(
                    "\\A\\s*error (?:opening )?file",
                    "Document: GLPI knows it, but it has no file, or its file is not on the server's disk any more"),
            Rule.of(
                    "\\A\\s*<\\?php",
                    "The web server delivers PHP files instead of running them: check that PHP is enabled for GLPI"),
            Rule.of(
                    "mysql error|link to the sql server|database (?:server )?(?:connection|could not)|cannot connect to (?:the )?database",
                    "GLPI cannot reach its database: check that the database server runs, and GLPI's config_db.php"),
            Rule.of(
                    "update needed|update of the glpi database|glpi_update|needs to be (?:updated|upgraded)",
                    "GLPI was updated, but its database was not: run php bin/console db:update on the server"),
            Rule.of(
                    "not configured properly|config_db\\.php|glpi_configs|install/install\\.php|glpi setup",
                    "GLPI is not installed completely: it has no configuration file or no tables for its configuration"),
            Rule.of(
                    "\\A\\s*file not found\\.|no input file specified|primary script unknown",
                    "PHP-FPM found no such script: check the document root and fastcgi_split_path_info of the web server, then"
                            + " the base URL"),
            Rule.of("\\[session_token\\] =>|array\\(\\d+\\) ?\\{|string\\(\\d+\\) \"|xdebug-var-dump", DEBUG),
            Rule.of(
                    "speaking plain http to an ssl|plain http request was sent to https|sent an http request to an https",
                    "Base URL: the server speaks TLS on this port, so use https:// instead of http://"),
            Rule.of(
                    "no required ssl certificate|ssl certificate error|client certificate",
                    "TLS: the server wants a client certificate. Pass one with Tls.withClientCertificatePem(…) in the"
                            + " transport settings"),
            Rule.of("entity too large|content too large|payload too large|request body too large", TOO_LARGE),
            Rule.of(
                    "cookie too large|header (?:or cookie )?too large|uri too (?:large|long)",
                    "The request is too large for the web server's limits, so that GLPI never saw it"),
            Rule.of(
                    "aes\\.js|slowaes|__test=|checking your browser|just a moment|captcha|cf-chl|ddos-guard|incapsula|"
                            + "requires? javascript|enable javascript",
                    "Something in front of GLPI tests for a browser (JavaScript, cookies) and lets no program through: exempt"
                            + " the API from it"),
            Rule.of(
                    "requested url was rejected|support id",
                    "A firewall in front of GLPI (F5, by the words) rejected the request: report its support id to its administrator"),
            Rule.of(
                    "no healthy upstream|upstream connect error|upstream request timeout|bad gateway|gateway time-?out",
                    "A proxy or gateway answered, since it could not reach GLPI"),
            Rule.of("front/login\\.php|login_form|authenti(?:fi)?cation - glpi|name=\"?login_name", GLPI_LOGIN_PAGE),
            Rule.of(
                    "saml|single sign|/cas/login|openid|oauth2?/|keycloak|shibboleth|authelia|authentik|adfs",
                    SIGN_ON_PAGE),
            Rule.of(
                    "<b>fatal error|<b>parse error|php fatal error|php parse error|uncaught (?:error|exception)|error - glpi",
                    "GLPI crashed: see files/_log/php-errors.log on its server"),
            Rule.of(
                    "<b>(?:warning|notice|deprecated|strict standards)|php (?:warning|notice|deprecated)|\\.php on line",
                    "PHP prints errors (warnings, notices) into the answer: switch display_errors off on GLPI's server, and see its"
                            + " php-errors.log for their cause"),
            Rule.of(
                    "rest api",
                    "Base URL: this is the documentation page of GLPI's API. The web server does not pass what follows"
                            + " apirest.php to PHP (PATH_INFO), or the URL is not the API's"));

    private PageHints() {}

    /** What the text says, or else what the status says. */
    static @Nullable String of(String method, int status, String text) {
        for (Rule rule : RULES) {
            if (rule.words().matcher(text).find()) {
                return rule.hint();
            }
        }
        return text.isBlank() ? forNothing(status) : forStatus(method, status);
    }

    /** For a response without a body where something was due. */
    private static @Nullable String forNothing(int status) {
        return switch (status) {
            case 502, 503, 504 ->
                "A proxy or gateway answered without a body: GLPI is down, overloaded or crashed. See its logs";
            default ->
                status < 300 || status >= 500
                        ? "The response is empty: GLPI or PHP crashed, or a proxy removes the body. See files/_log/php-errors.log on"
                                + " GLPI's server, and the web server's error log"
                        : null;
        };
    }

    private static @Nullable String forStatus(String method, int status) {
        boolean unusualVerb = method.equals("PUT") || method.equals("DELETE");
        return switch (status) {
            case 401, 407 ->
                "Not GLPI, but the web server or a proxy in front of it requires its own login. Pass it as"
                        + " header(\"Authorization\", …) together with credentialsInBody()";
            case 403 -> "Not GLPI, but the web server, a proxy or a firewall in front of it refused the request";
            case 404 ->
                (unusualVerb ? "The web server may not pass " + method + " to PHP (on IIS: handler mappings). Or " : "")
                        + "Base URL: nothing there answers to it. It ends in …/apirest.php (or …/api.php/v1 from GLPI 11"
                        + " on). If that address itself answers, the web server does not pass what follows it to PHP"
                        + " (PATH_INFO)";
            case 405, 501 ->
                "The web server does not allow " + method
                        + " here: let PUT and DELETE through to PHP (on IIS, remove the" + " WebDAV module)";
            case 413 -> TOO_LARGE;
            case 400, 414, 431, 494 ->
                "The web server refused the request before GLPI saw it: it may be too large for the server's limits";
            case 429 -> "Something in front of GLPI limits the rate of requests";
            default ->
                status >= 500
                        ? "The web server or a proxy answered for GLPI, which is down, overloaded or has crashed"
                        : "Base URL: it may lead to GLPI's web pages or to another site rather than to …/apirest.php";
        };
    }

    /** For JSON that this library cannot read. */
    static String ofJson(int status) {
        return status >= 500
                ? "GLPI failed: see files/_log/php-errors.log on its server"
                : "This is JSON, but not what this endpoint returns: a plugin, a gateway or an unknown version of GLPI has"
                        + " another shape, or something cut it off";
    }

    /** For a redirect, by where it leads. */
    static String ofRedirect(String location) {
        if (GLPI_LOGIN.matcher(location).find()) {
            return GLPI_LOGIN_PAGE;
        }
        if (LOGIN.matcher(location).find()) {
            return SIGN_ON_PAGE;
        }
        return "Base URL: use the one that the server redirects to (often https instead of http), or ask why it"
                + " redirects: GLPI itself does so for a session that was opened under another path";
    }

    private static final Pattern GLPI_LOGIN = Pattern.compile("/(?:index|front/login)\\.php", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOGIN = Pattern.compile(
            "\\b(?:cas|sso|saml2?|oauth2?|openid|adfs|idp|login|signin|keycloak|auth)\\b", Pattern.CASE_INSENSITIVE);
}
