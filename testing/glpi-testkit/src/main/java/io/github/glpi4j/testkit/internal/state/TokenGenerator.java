package io.github.glpi4j.testkit.internal.state;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** Generates session ids and tokens in GLPI's formats. */
public final class TokenGenerator {
    private static final String ID_ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int ID_LENGTH = 26;
    /** One more than a multiple of three, so that the base64 ends with two padding characters. */
    private static final int ENCRYPTED_BYTES = 148;

    private final SecureRandom random = new SecureRandom();

    /** A session id with PHP's default settings. */
    String phpId() {
        StringBuilder id = new StringBuilder(ID_LENGTH);
        for (int i = 0; i < ID_LENGTH; i++) {
            id.append(ID_ALPHABET.charAt(random.nextInt(ID_ALPHABET.length())));
        }
        return id.toString();
    }

    /** PHP's uniqid with more entropy: the time in hexadecimal and a random number, always 23 characters. */
    public String uniqueId(Instant now) {
        return String.format(
                Locale.ROOT,
                "%08x%05x%d.%08d",
                now.getEpochSecond(),
                now.getNano() / 1000,
                random.nextInt(10),
                random.nextInt(100_000_000));
    }

    /** A number in the range of PHP's mt_rand. */
    public int number() {
        return random.nextInt(Integer.MAX_VALUE);
    }

    /** A password reset token: a SHA-1 in hexadecimal. */
    String hex() {
        byte[] bytes = new byte[20];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** A token with all special characters of base64, which careless clients fail to handle. */
    String encrypted() {
        byte[] bytes = new byte[ENCRYPTED_BYTES];
        String token;
        do {
            random.nextBytes(bytes);
            token = Base64.getEncoder().encodeToString(bytes);
        } while (token.indexOf('+') < 0 || token.indexOf('/') < 0);
        return token;
    }
}
