package io.github.glpi4j.internal.http;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks texts for a header or a login; messages never contain the text. */
public final class InputChecks {

    /** PHP's parameter filter converts the first two to booleans and treats the last as empty (API.php, APIRest.php). */
    private static final Set<String> PHP_KEYWORDS = Set.of("true", "false", "0");

    /** Web servers accept lines of 8 KB (nginx, Apache httpd) and reject longer ones without giving the reason. */
    private static final int MAX_LENGTH = 8_000;

    private static final int LARGEST_CHUNK = 1000;

    private InputChecks() {}

    /** A name of a token that was copied along with it, as in {@code user_token: abc}. */
    private static final Pattern NAME_IN_FRONT = Pattern.compile(
            "(user|app|api|session)[ _-]?token\\s*[:= ].*|authorization\\s*[:=].*", Pattern.CASE_INSENSITIVE);

    /** Also keeps {@code killSession} and GLPI's other endpoints from passing for an itemtype. */
    private static final Pattern ITEMTYPE = Pattern.compile("\\p{Lu}[\\p{L}\\p{N}_]*(\\\\[\\p{L}\\p{N}_]+)*");

    private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9_]+");

    /** Rejects what is not the name of a class of GLPI. */
    public static String checkItemtype(String itemtype) {
        if (!ITEMTYPE.matcher(checkLength("itemtype", itemtype)).matches()) {
            throw new IllegalArgumentException("\"" + itemtype + "\" is not an itemtype: it is the name of a class of"
                    + " GLPI, such as Computer, PluginFieldsContainer or Glpi\\Socket");
        }
        return itemtype;
    }

    /** Rejects a negative id. */
    public static long checkId(long id) {
        if (id < 0) {
            throw new IllegalArgumentException("an id is at least 0, not " + id);
        }
        return id;
    }

    /** Rejects what is not greater than 0. */
    public static long checkPositive(String what, long number) {
        if (number <= 0) {
            throw new IllegalArgumentException("the " + what + " is greater than 0, not " + number);
        }
        return number;
    }

    /** Rejects a number of items that does not fit a request. */
    public static int checkChunk(int items) {
        if (items < 1 || items > LARGEST_CHUNK) {
            throw new IllegalArgumentException("a chunk has 1 to " + LARGEST_CHUNK + " items, not " + items);
        }
        return items;
    }

    /** Rejects what is neither an id nor -1, which all ids follow. */
    public static long checkAfter(long id) {
        if (id < -1) {
            throw new IllegalArgumentException("rows follow an id of at least 0, or -1 for all, not " + id);
        }
        return id;
    }

    /** Rejects what is not the name of a field of an item. */
    public static String checkField(String field) {
        if (!FIELD.matcher(checkLength("name of a field", field)).matches()) {
            throw new IllegalArgumentException("\"" + field + "\" is not the name of a field, such as date_mod");
        }
        return field;
    }

    public static String check(String what, String value) {
        checkSet(what, value);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("the " + what + " is empty: GLPI would call it missing");
        }
        if (PHP_KEYWORDS.contains(value)) {
            throw new IllegalArgumentException(
                    "the " + what + " is exactly true, false or 0: GLPI reads these as booleans or as missing");
        }
        return checkText(what, checkLength(what, value));
    }

    /** Rejects a text that no header or form can carry. */
    public static String checkText(String what, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\r' || c == '\n' || c == 0) {
                throw new IllegalArgumentException("the " + what + " contains CR, LF or NUL");
            }
            if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new IllegalArgumentException("the " + what + " contains half of a surrogate pair");
            }
        }
        return value;
    }

    /** Rejects a text that is too long for a header. */
    public static String checkLength(String what, String value) {
        checkSet(what, value);
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "the " + what + " is longer than " + MAX_LENGTH + " characters: no web server would take it");
        }
        return value;
    }

    /** Rejects a missing value; the message says what it is and where it was probably lost. */
    public static <T> T checkSet(String what, @Nullable T value) {
        return Objects.requireNonNull(
                value,
                () -> "the " + what + " is null. If it comes from an environment variable or a property, check that"
                        + " it is set");
    }

    /** As {@link #checkToken}, for a token that GLPI made: 40 letters and digits, copied by hand. */
    public static String checkApiToken(String what, String value) {
        checkSet(what, value);
        if (NAME_IN_FRONT.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "the " + what + " has a name in front: pass the letters and digits alone,"
                            + " without user_token, App-Token or a colon");
        }
        if (value.chars().anyMatch(c -> "\"'`{}[]<>()".indexOf(c) >= 0)) {
            throw new IllegalArgumentException(
                    "the " + what + " contains quotes, braces or brackets: pass the letters and digits alone");
        }
        return checkToken(what, value);
    }

    /** {@return whether a header can carry a token} */
    public static boolean isToken(String value) {
        return !value.isEmpty() && value.length() <= MAX_LENGTH && isVisibleAscii(value);
    }

    /** As {@link #check}, for a value that goes into a header unchanged. */
    public static String checkToken(String what, String value) {
        check(what, value);
        if (!isVisibleAscii(value)) {
            throw new IllegalArgumentException("the " + what + " contains a blank or a non-ASCII character");
        }
        return value;
    }

    /** A loop, since every login checks its token: a stream would allocate more than the rest of the check. */
    private static boolean isVisibleAscii(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) <= ' ' || value.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return true;
    }
}
