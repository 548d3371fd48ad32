package io.github.glpi4j.testkit.internal.api;

import java.util.regex.Pattern;

/** The language of a call before its login: the first of Accept-Language, if it is one GLPI has with that region. */
public enum Texts {
    ENGLISH("Incorrect username or password"),
    FRENCH("Identifiant ou mot de passe incorrect");

    private static final Pattern FRENCH_FIRST = Pattern.compile("fr[-_]FR\\s*([,;].*)?");

    private final String wrongCredentials;

    Texts(String wrongCredentials) {
        this.wrongCredentials = wrongCredentials;
    }

    /** GLPI 11 ignores the header before the login. */
    public static Texts of(Call call) {
        if (call.state().version().isFrom11()) {
            return ENGLISH;
        }
        String languages = call.request().header("Accept-Language").orElse("");
        return FRENCH_FIRST.matcher(languages.strip()).matches() ? FRENCH : ENGLISH;
    }

    public String wrongCredentials() {
        return wrongCredentials;
    }
}
