package io.github.glpi4j.testkit.internal.php;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PHP's string functions. */
public final class PhpText {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(x[0-9A-Fa-f]{1,2}|[0-7]{1,3}|.)", Pattern.DOTALL);

    private PhpText() {}

    /** Resolves C escapes and removes other backslashes; one char per byte. */
    public static String stripcslashes(String text) {
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

    /** Percent-encodes for a URL, a space as %20. */
    public static String rawurlencode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** Encodes markup and quotes for HTML. */
    public static String htmlspecialchars(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#039;");
    }

    /** Escapes quotes, backslashes and NUL with a backslash. */
    public static String addslashes(String text) {
        return text.replaceAll("(['\"\\\\])", "\\\\$1").replace("\0", "\\0");
    }
}
