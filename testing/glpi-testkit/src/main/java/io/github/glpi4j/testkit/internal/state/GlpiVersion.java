package io.github.glpi4j.testkit.internal.state;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of GLPI, and what differs between versions.
 *
 * @param major the first number
 * @param minor the second
 * @param patch the third
 */
public record GlpiVersion(int major, int minor, int patch) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})");

    /**
     * Parses a version such as {@code 10.0.19}.
     *
     * @throws IllegalArgumentException for other text, and for versions before 9.5
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

    /** Whether this is 9.5. */
    public boolean isBefore10() {
        return major < 10;
    }

    /** Whether the API is also available below {@code api.php}. */
    public boolean isFrom11() {
        return major >= 11;
    }

    /** Whether session tokens are encrypted: as of 10.0.25 and 11.0.7. */
    public boolean encryptsTokens() {
        return switch (major) {
            case 10 -> minor > 0 || patch >= 25;
            case 11 -> minor > 0 || patch >= 7;
            default -> major > 11;
        };
    }

    /** 11.0 before 11.0.7 starts PHP's session with any token that it receives. */
    public boolean crashesOnMalformedTokens() {
        return major == 11 && minor == 0 && patch < 7;
    }

    /** Encodes text like this version: for HTML before 11, unchanged as of 11. */
    public String encode(String text) {
        if (isFrom11()) {
            return text;
        }
        return isBefore10()
                ? text.replace("<", "&lt;").replace(">", "&gt;")
                : text.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;");
    }

    /** Reverses {@link #encode}. */
    public String decode(String text) {
        if (isFrom11()) {
            return text;
        }
        return isBefore10()
                ? text.replace("&lt;", "<").replace("&gt;", ">")
                : text.replace("&#60;", "<").replace("&#62;", ">").replace("&#38;", "&");
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
