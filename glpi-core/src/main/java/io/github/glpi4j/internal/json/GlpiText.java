package io.github.glpi4j.internal.json;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Text as GLPI stores and shows it: up to version 10 with entities for {@code & < >} ({@code Glpi\Toolbox\Sanitizer}),
 * from version 11 on as it is.
 */
public final class GlpiText {

    public static final int FIRST_PLAIN_VERSION = 11;

    /** Less than any other. */
    public static final int UNKNOWN_VERSION = -1;

    private GlpiText() {}

    /** Undoes what a version up to 10 does: GLPI 9.5 leaves the ampersand, GLPI 10 shows what 9.5 has stored. */
    public static String decode(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        boolean of10 = text.contains("&#38;") || text.contains("&#60;") || text.contains("&#62;");
        return of10
                ? text.replace("&#62;", ">").replace("&#60;", "<").replace("&#38;", "&")
                : text.replace("&gt;", ">").replace("&lt;", "<");
    }

    /** Whether {@link #decode} may change a text in decoded JSON. */
    public static boolean mayBeEncoded(@Nullable Object value) {
        if (value instanceof String text) {
            return text.indexOf('&') >= 0;
        }
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return false; // most values: looking for an interface takes long
        }
        if (value instanceof JsonMap map) {
            return map.mayBeEncoded();
        }
        Collection<?> values =
                value instanceof Map<?, ?> map ? map.values() : value instanceof List<?> list ? list : List.of();
        for (Object nested : values) {
            if (mayBeEncoded(nested)) {
                return true;
            }
        }
        return false;
    }

    /** A text, decoded where it comes from a version up to 10. */
    public static Optional<String> of(@Nullable Object value, boolean encoded) {
        return encoded ? PhpValues.text(value).map(GlpiText::decode) : PhpValues.text(value);
    }

    /** Whether a session comes from a version up to 10, by a field that later ones do not have. */
    public static boolean isEncoded(Map<String, @Nullable Object> session) {
        return session.containsKey("glpiroot");
    }

    /**
     * {@return the major version, or {@link #UNKNOWN_VERSION} for what is no version}
     *
     * @param version such as {@code 10.0.19}
     */
    public static int majorVersion(String version) {
        try {
            return Integer.parseInt(version.split("\\.", 2)[0]);
        } catch (NumberFormatException noVersion) {
            return UNKNOWN_VERSION;
        }
    }

    /** Whether a text is the one that was sent, in the form of any version. */
    public static boolean isSame(String shown, String sent) {
        String of95 = sent.replace("<", "&lt;").replace(">", "&gt;");
        String of10 = sent.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;");
        return shown.equals(sent) || shown.equals(of10) || shown.equals(of95);
    }
}
