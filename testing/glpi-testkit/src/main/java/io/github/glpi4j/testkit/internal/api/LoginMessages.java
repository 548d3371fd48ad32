package io.github.glpi4j.testkit.internal.api;

import java.util.regex.Pattern;

/**
 * The messages of failed logins in the language of the request: the first of Accept-Language if GLPI supports it with that
 * region.
 */
public enum LoginMessages {
    ENGLISH("Incorrect username or password"),
    FRENCH("Identifiant ou mot de passe incorrect");

    private static final Pattern FRENCH_FIRST = Pattern.compile("fr[-_]FR\\s*([,;].*)?");

    private final String wrongCredentials;

    LoginMessages(String wrongCredentials) {
        this.wrongCredentials = wrongCredentials;
    }

    /** GLPI 11 ignores the header before the login. */
    public static LoginMessages of(ApiRequest request) {
        if (request.state().version().isFrom11()) {
            return ENGLISH;
        }
        String languages = request.received().header("Accept-Language").orElse("");
        return FRENCH_FIRST.matcher(languages.strip()).matches() ? FRENCH : ENGLISH;
    }

    public String wrongCredentials() {
        return wrongCredentials;
    }
}
