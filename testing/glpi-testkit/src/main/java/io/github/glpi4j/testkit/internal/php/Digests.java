package io.github.glpi4j.testkit.internal.php;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Checksums in hexadecimal. */
public final class Digests {
    private Digests() {}

    public static String md5(byte[] bytes) {
        return hex("MD5", bytes);
    }

    public static String sha1(byte[] bytes) {
        return hex("SHA-1", bytes);
    }

    private static String hex(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
