package io.github.glpi4j.cli.output;

import io.github.glpi4j.cli.option.Environment;
import java.util.Map;

/** Hints of the library speak of its methods: this adds what to set on the command line instead. */
public final class CommandLineHints {

    private static final String APP_TOKEN = "On this command line the App-Token is " + Environment.APP_TOKEN;

    private static final String CREDENTIALS = "On this command line credentials are " + Environment.USER_TOKEN + ", or "
            + Environment.LOGIN + " and " + Environment.PASSWORD;

    private static final String IN_HEADER = "On this command line credentialsInBody() is --credentials-in-body";

    /** By GLPI's error code, or by the check of a diagnosis. */
    private static final Map<String, String> HINTS = Map.of(
            "ERROR_APP_TOKEN_PARAMETERS_MISSING", APP_TOKEN,
            "ERROR_WRONG_APP_TOKEN_PARAMETER", APP_TOKEN + ", a user token " + Environment.USER_TOKEN,
            "app-token", APP_TOKEN,
            "ERROR_LOGIN_PARAMETERS_MISSING", IN_HEADER,
            "authorization", IN_HEADER,
            "ERROR_LOGIN_WITH_CREDENTIALS_DISABLED", CREDENTIALS,
            "ERROR_GLPI_LOGIN", CREDENTIALS,
            "ERROR_GLPI_LOGIN_USER_TOKEN", CREDENTIALS,
            "credentials", CREDENTIALS);

    private CommandLineHints() {}

    public static String append(String hint, String codeOrCheck) {
        String more = HINTS.get(codeOrCheck);
        return more == null ? hint : hint + ". " + more;
    }
}
