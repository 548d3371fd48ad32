package io.github.glpi4j.cli.option;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Takes secrets in without changing a character of them. */
public final class Secrets {

    private static final char REPLACEMENT = '\uFFFD';

    private Secrets() {}

    /**
     * Refuses what Java has put a replacement character into. It decodes variables and arguments by the locale, and
     * under {@code LC_ALL=C} every byte beyond ASCII ends so: GLPI would be asked to check another password, or to keep
     * another text.
     */
    public static String requireIntact(String what, String value) {
        if (value.indexOf(REPLACEMENT) >= 0) {
            throw new UsageException(
                    what + " holds U+FFFD: it has characters that this locale could not carry",
                    "Set a UTF-8 locale, such as LC_ALL=C.UTF-8; a password can also come by --password-stdin,"
                            + " which is UTF-8 in every locale");
        }
        return value;
    }

    /** All there is to read, without one line break at its end, which {@code echo} and editors add. */
    public static String read(InputStream in) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(in.readAllBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UsageException(
                    "standard input is not UTF-8", "Convert the password to UTF-8 before it is piped in");
        } catch (IOException e) {
            throw new UncheckedIOException("standard input cannot be read", e);
        }
        return requireIntact("standard input", withoutLineBreak(text));
    }

    private static String withoutLineBreak(String text) {
        if (text.endsWith("\r\n")) {
            return text.substring(0, text.length() - 2);
        }
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
