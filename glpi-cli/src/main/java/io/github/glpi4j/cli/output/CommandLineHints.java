package io.github.glpi4j.cli.output;

import io.github.glpi4j.cli.option.Environment;
import java.util.List;
import java.util.Map;

/** Puts the library's messages, which name its methods, into terms of this command line. */
public final class CommandLineHints {

    private static final String CREDENTIALS = "Credentials are read from " + Environment.USER_TOKEN + ", or from "
            + Environment.LOGIN + " and " + Environment.PASSWORD;

    /** By GLPI's error code, or by the check of a diagnosis. */
    private static final Map<String, String> ADDED = Map.of(
            "ERROR_LOGIN_WITH_CREDENTIALS_DISABLED", CREDENTIALS,
            "ERROR_GLPI_LOGIN", CREDENTIALS,
            "ERROR_GLPI_LOGIN_USER_TOKEN", CREDENTIALS,
            "credentials", CREDENTIALS);

    /** In this order: phrases before the terms within them. */
    private static final List<Map.Entry<String, String>> TERMS = List.of(
            Map.entry("Pass the client's token to appToken(…)", "Set GLPI_APP_TOKEN to the client's token"),
            Map.entry("then leave appToken(…) out", "then unset GLPI_APP_TOKEN"),
            Map.entry("Leave appToken(…) out", "Unset GLPI_APP_TOKEN"),
            Map.entry("appToken(…)", "GLPI_APP_TOKEN"),
            Map.entry("A user token goes into credentials(…)", "A user token goes into GLPI_USER_TOKEN"),
            Map.entry("build the client with credentialsInBody()", "pass --credentials-in-body"),
            Map.entry("header(\"Authorization\", …)", "--header 'Authorization: …'"),
            Map.entry("credentialsInBody()", "--credentials-in-body"),
            Map.entry("Use Credentials.userToken(…)", "Set GLPI_USER_TOKEN"),
            Map.entry("Open a new one with initSession()", "Open a new one with glpi init-session"),
            Map.entry("initSession().credentials(…)", "GLPI_USER_TOKEN"),
            Map.entry("credentials(…)", "GLPI_USER_TOKEN, or GLPI_LOGIN and GLPI_PASSWORD"),
            Map.entry("Tls.withClientCertificatePem(…) in the transport settings", "--client-cert"),
            Map.entry("Tls.trustingPem(…) in the transport settings", "--ca"),
            Map.entry("Ask for less at a time, or raise maxResponseBytes", "Ask for less at a time"),
            Map.entry(
                    "If it was waiting for a connection, make fewer concurrent calls or raise maxConnections",
                    "Raise --timeout"),
            Map.entry("use isNot", "use notequals"),
            Map.entry("Base URL", "URL (--url)"),
            Map.entry("base URL", "URL (--url)"));

    private CommandLineHints() {}

    /** Replaces the names of methods by those of options and environment variables. */
    public static String translate(String text) {
        String translated = text;
        for (Map.Entry<String, String> term : TERMS) {
            translated = translated.replace(term.getKey(), term.getValue());
        }
        return translated;
    }

    /** Translates a hint, and adds where this command line reads what is at fault. */
    public static String forText(String hint, String codeOrCheck) {
        String added = ADDED.get(codeOrCheck);
        return translate(hint) + (added == null ? "" : ". " + added);
    }
}
