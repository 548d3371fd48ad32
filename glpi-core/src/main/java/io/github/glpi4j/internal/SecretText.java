package io.github.glpi4j.internal;

import java.util.Set;

/** Checks texts on their way into a header or a login; messages never hold the text. */
public final class SecretText {

    /** PHP's parameter filter turns the first two into booleans and takes the last for empty (API.php, APIRest.php). */
    private static final Set<String> TAKEN_FOR_SOMETHING_ELSE = Set.of("true", "false", "0");

    /** Web servers take lines of 8 KB (nginx, Apache httpd) and drop what is longer without a word about the reason. */
    private static final int MOST = 8_000;

    private SecretText() {}

    static String check(String what, String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("the " + what + " is empty: GLPI would call it missing");
        }
        if (TAKEN_FOR_SOMETHING_ELSE.contains(value)) {
            throw new IllegalArgumentException(
                    "the " + what + " is exactly true, false or 0: GLPI reads these as booleans or as missing");
        }
        return checkText(what, checkLength(what, value));
    }

    /** Says of a text that a header or a form cannot carry it. */
    static String checkText(String what, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\r' || c == '\n' || c == 0) {
                throw new IllegalArgumentException("the " + what + " holds CR, LF or NUL");
            }
            if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new IllegalArgumentException("the " + what + " holds half of a surrogate pair");
            }
        }
        return value;
    }

    /** Says of a text that it is too long for a header. */
    static String checkLength(String what, String value) {
        if (value.length() > MOST) {
            throw new IllegalArgumentException(
                    "the " + what + " is longer than " + MOST + " characters: no web server would take it");
        }
        return value;
    }

    /** As {@link #check}, for what goes into a header as it is. */
    public static String checkToken(String what, String value) {
        check(what, value);
        if (!value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("the " + what + " holds a blank or a character outside ASCII");
        }
        return value;
    }
}
