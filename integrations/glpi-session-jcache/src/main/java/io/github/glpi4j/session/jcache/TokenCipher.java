package io.github.glpi4j.session.jcache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Converts tokens to the values of one cache entry and back: as they are, or encrypted with AES-GCM. An encrypted value is
 * {@code aes-gcm:1:} and, in URL-safe Base64, the nonce, the encrypted token and the tag. It is bound to the key of its
 * entry, so that it cannot be copied to another one. No token starts like this: GLPI's have letters, digits, commas and
 * hyphens.
 */
final class TokenCipher {

    private static final String ENCRYPTED = "aes-gcm:";
    private static final String PREFIX = ENCRYPTED + "1:";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final @Nullable SecretKey key;
    private final byte[] entry;
    private final SecureRandom random = new SecureRandom();

    /**
     * For one entry.
     *
     * @param key encrypts the tokens; null stores them as they are
     */
    TokenCipher(@Nullable SecretKey key, String entry) {
        this.key = key;
        this.entry = entry.getBytes(StandardCharsets.UTF_8);
    }

    /** A value of another key, of a store with another setting, or one that has been changed. */
    static final class MismatchException extends Exception {
        private static final long serialVersionUID = 1;

        private MismatchException(String message) {
            super(message);
        }
    }

    /** {@return the value that stores a token: another one each time if it is encrypted} */
    String seal(String token) {
        if (key == null) {
            return token;
        }
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(token.getBytes(StandardCharsets.UTF_8));
            byte[] all = ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK cannot encrypt with the given key", e);
        }
    }

    /** {@return the token that a value stores} */
    String unseal(String value) throws MismatchException {
        if (key == null) {
            if (value.startsWith(ENCRYPTED)) {
                throw new MismatchException("its value is encrypted, but this store has no key");
            }
            return value;
        }
        if (!value.startsWith(ENCRYPTED)) {
            throw new MismatchException("its value is not encrypted, but this store has a key");
        }
        if (!value.startsWith(PREFIX)) {
            throw new MismatchException("its value was encrypted by another version of glpi-session-jcache");
        }
        try {
            ByteBuffer all = ByteBuffer.wrap(Base64.getUrlDecoder().decode(value.substring(PREFIX.length())));
            byte[] nonce = new byte[NONCE_BYTES];
            if (all.remaining() < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
                throw unreadable();
            }
            byte[] sealed = new byte[all.remaining() - NONCE_BYTES];
            all.get(nonce).get(sealed);
            return new String(cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(sealed), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static MismatchException unreadable() {
        return new MismatchException("its value was encrypted with another key, or has been changed");
    }

    private Cipher cipher(int mode, SecretKey with, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, with, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(entry);
        return cipher;
    }
}
