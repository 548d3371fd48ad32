package io.github.glpi4j.testkit.internal.state;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of GLPI and what it answers differently from the others.
 *
 * @param major the first number
 * @param minor the second
 * @param patch the third
 */
public record GlpiVersion(int major, int minor, int patch) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})");

    /**
     * Reads a version.
     *
     * @param text such as {@code 10.0.19}
     * @return the version
     * @throws IllegalArgumentException for other text, and for a version older than 9.5
     */
    public static GlpiVersion of(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a version such as 10.0.19: " + text);
        }
        GlpiVersion version = new GlpiVersion(number(matcher, 1), number(matcher, 2), number(matcher, 3));
        if (version.major < 9 || (version.major == 9 && version.minor < 5)) {
            throw new IllegalArgumentException("older than 9.5: " + text);
        }
        return version;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /**
     * Whether this is 9.5.
     *
     * @return true before 10
     */
    public boolean isBefore10() {
        return major < 10;
    }

    /**
     * Whether the API is below {@code api.php}, too.
     *
     * @return true from 11 on
     */
    public boolean isFrom11() {
        return major >= 11;
    }

    /**
     * Whether session tokens are encrypted: from 10.0.25 and 11.0.7 on.
     *
     * @return true if they are
     */
    public boolean encryptsTokens() {
        return switch (major) {
            case 10 -> minor > 0 || patch >= 25;
            case 11 -> minor > 0 || patch >= 7;
            default -> major > 11;
        };
    }

    /** The 11.0 before its seventh correction starts PHP's session with whatever it was sent. */
    public boolean crashesOnMalformedTokens() {
        return major == 11 && minor == 0 && patch < 7;
    }

    /** Text as this version's GUI code writes it: for HTML before 11, as it is from then on. */
    public String encode(String text) {
        if (isFrom11()) {
            return text;
        }
        return isBefore10()
                ? text.replace("<", "&lt;").replace(">", "&gt;")
                : text.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;");
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
