package io.github.glpi4j.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads PEM files into key stores, which the JDK does not support directly. */
final class PemFiles {

    /** The password of the in-memory key store: PKCS #12 requires one, although no other code can access the store. */
    static final String NO_PASSWORD = "in-memory";

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final List<String> KEY_ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    private PemFiles() {}

    static KeyStore trustStore(Path file) throws IOException {
        try {
            KeyStore store = emptyStore();
            int number = 0;
            for (Certificate certificate : certificates(file)) {
                store.setCertificateEntry("authority-" + number++, certificate);
            }
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(file + " contains a certificate that cannot be used", e);
        }
    }

    static KeyStore keyStore(Path certificates, Path privateKey) throws IOException {
        PrivateKey key = privateKey(privateKey);
        try {
            KeyStore store = emptyStore();
            Certificate[] chain = certificates(certificates).toArray(new Certificate[0]);
            store.setKeyEntry("client", key, NO_PASSWORD.toCharArray(), chain);
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "the key in " + privateKey + " does not match the certificate in " + certificates, e);
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static Collection<? extends Certificate> certificates(Path file) throws IOException {
        try {
            Collection<? extends Certificate> certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
            if (certificates.isEmpty()) {
                throw new IllegalArgumentException(file + " contains no BEGIN CERTIFICATE block");
            }
            return certificates;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(file + " contains an invalid certificate", e);
        }
    }

    private static PrivateKey privateKey(Path file) throws IOException {
        Matcher pem = KEY.matcher(Files.readString(file, StandardCharsets.US_ASCII));
        if (!pem.find()) {
            throw new IllegalArgumentException(
                    file + " contains no BEGIN PRIVATE KEY block: the key must be PKCS #8 and"
                            + " not encrypted (convert it with openssl pkcs8 -topk8 -nocrypt)");
        }
        PKCS8EncodedKeySpec spec =
                new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1)));
        List<String> tried = new ArrayList<>();
        for (String algorithm : KEY_ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (InvalidKeySpecException e) {
                tried.add(algorithm);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this JDK has no " + algorithm, e);
            }
        }
        // No cause: the JDK's exceptions may contain parts of the key.
        throw new IllegalArgumentException(file + " contains no valid key for any of " + tried);
    }
}
