package io.github.glpi4j.testkit.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Functions on text as PHP has them. */
final class PhpText {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(x[0-9A-Fa-f]{1,2}|[0-7]{1,3}|.)", Pattern.DOTALL);

    private PhpText() {}

    /** Takes backslashes away and makes the character of C's escapes, one char per byte. */
    static String stripcslashes(String text) {
        return ESCAPE.matcher(text).replaceAll(escape -> Matcher.quoteReplacement(unescape(escape.group(1))));
    }

    private static String unescape(String escape) {
        char first = escape.charAt(0);
        if (first == 'x' && escape.length() > 1) {
            return character(Integer.parseInt(escape.substring(1), 16));
        }
        if (first >= '0' && first <= '7') {
            return character(Integer.parseInt(escape, 8) & 0xFF);
        }
        int known = "abtnvfr".indexOf(first);
        return known < 0 ? escape : character(7 + known);
    }

    private static String character(int code) {
        return String.valueOf((char) code);
    }

    /** Puts a backslash before quotes, backslashes and NUL. */
    static String addslashes(String text) {
        return text.replaceAll("(['\"\\\\])", "\\\\$1").replace("\0", "\\0");
    }
}
