package io.github.glpi4j.testkit.internal.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A Basic Authorization header as parsed by PHP.
 *
 * @param login the part before the first colon
 * @param password the rest
 */
record BasicAuth(String login, String password) {
    private static final String SCHEME = "Basic ";

    /** Returns nothing for other schemes, and without a colon or password, for which PHP sets no variables. */
    static Optional<BasicAuth> parse(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String pair = decode(header.substring(SCHEME.length()));
        int colon = pair.indexOf(':');
        if (colon < 0 || colon == pair.length() - 1) {
            return Optional.empty();
        }
        return Optional.of(new BasicAuth(pair.substring(0, colon), pair.substring(colon + 1)));
    }

    /** Like PHP, ignores characters that are not base64 and stops at NUL. */
    private static String decode(String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            String text = new String(bytes, StandardCharsets.UTF_8);
            int nul = text.indexOf('\0');
            return nul < 0 ? text : text.substring(0, nul);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    @Override
    public String toString() {
        return "BasicAuth[" + login + ", ***]";
    }
}
