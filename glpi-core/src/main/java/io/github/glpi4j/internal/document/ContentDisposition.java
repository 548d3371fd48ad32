package io.github.glpi4j.internal.document;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header that has a file's name: {@code attachment; filename="a.txt"; filename*=utf-8''a.txt}. */
final class ContentDisposition {

    private static final Pattern ENCODED =
            Pattern.compile("filename\\*=utf-8'[^']*'([^;\\s]+)", Pattern.CASE_INSENSITIVE);

    /** In quotes or bare. Never goes back, for which Java would need a deeper stack with each character. */
    private static final Pattern PLAIN = Pattern.compile(
            "filename=(?:\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|([^\";\\s]++))", Pattern.CASE_INSENSITIVE);

    private ContentDisposition() {}

    /** The name, or nothing. The encoded one counts: the other is Latin-1 at best. */
    static String fileName(String header) {
        Matcher encoded = ENCODED.matcher(header);
        if (encoded.find()) {
            try {
                return URLDecoder.decode(encoded.group(1).replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException notEncoded) {
                return encoded.group(1);
            }
        }
        Matcher plain = PLAIN.matcher(header);
        if (!plain.find()) {
            return "";
        }
        return plain.group(2) != null ? plain.group(2) : plain.group(1).replaceAll("\\\\(.)", "$1");
    }
}
