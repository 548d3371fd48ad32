package io.github.glpi4j.transport.tck;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.Objects;

/** An authority and whom it certified, made once per JVM by the JDK's keytool. For loopback only. */
public final class TestCertificates {

    /** Who holds a certificate. */
    public enum Holder {
        /** Signs the others. */
        AUTHORITY,
        /** A server on loopback: {@code 127.0.0.1} and {@code localhost}. */
        SERVER,
        /** A server of another name. */
        OTHER_HOST,
        /** A server on loopback whose time is over. */
        EXPIRED,
        /** A server on loopback that signed for itself. */
        UNTRUSTED,
        /** A client. */
        CLIENT
    }

    private static final String LOOPBACK = "san=ip:127.0.0.1,dns:localhost";

    private final KeyStore all;

    private TestCertificates(KeyStore all) {
        this.all = all;
    }

    /** Made when first asked for. */
    private static final class Shared {

        static final TestCertificates CERTIFICATES = make();

        private static TestCertificates make() {
            try (Keytool keytool = new Keytool()) {
                keytool.generate("authority", "-ext", "bc:c=ca:true", "-ext", "ku:c=keyCertSign", "-validity", "30");
                keytool.generate("server", "-signer", "authority", "-ext", LOOPBACK, "-validity", "30");
                keytool.generate("other_host", "-signer", "authority", "-ext", "san=dns:glpi.example.org");
                keytool.generate(
                        "expired", "-signer", "authority", "-ext", LOOPBACK, "-startdate", "-20d", "-validity", "10");
                keytool.generate("untrusted", "-ext", LOOPBACK, "-validity", "30");
                keytool.generate("client", "-signer", "authority", "-validity", "30");
                return new TestCertificates(keytool.load());
            } catch (IOException | GeneralSecurityException e) {
                throw new AssertionError("keytool made no certificates", e);
            }
        }
    }

    /**
     * The certificates of this JVM.
     *
     * @return always the same
     */
    public static TestCertificates shared() {
        return Shared.CERTIFICATES;
    }

    /**
     * What opens the keys of a {@link #keyStore}.
     *
     * @return a new array
     */
    public char[] password() {
        return Keytool.PASSWORD.toCharArray();
    }

    /**
     * A key store that trusts the authority.
     *
     * @return a new key store without keys
     */
    public KeyStore trustStore() {
        try {
            KeyStore store = emptyStore();
            store.setCertificateEntry("authority", certificates(Holder.AUTHORITY)[0]);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError("a PKCS #12 store takes a certificate", e);
        }
    }

    /**
     * A key with its certificates.
     *
     * @param holder whose
     * @return a new key store with this one key
     */
    public KeyStore keyStore(Holder holder) {
        try {
            KeyStore store = emptyStore();
            store.setKeyEntry(alias(holder), key(holder), password(), certificates(holder));
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError("a PKCS #12 store takes a key", e);
        }
    }

    /**
     * A certificate and those that lead to its authority, as text.
     *
     * @param holder whose
     * @return {@code BEGIN CERTIFICATE} blocks
     */
    public String certificatesPem(Holder holder) {
        try {
            StringBuilder pem = new StringBuilder();
            for (Certificate certificate : certificates(holder)) {
                pem.append(block("CERTIFICATE", certificate.getEncoded()));
            }
            return pem.toString();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("a certificate has an encoding", e);
        }
    }

    /**
     * A key as text.
     *
     * @param holder whose
     * @return a {@code BEGIN PRIVATE KEY} block, PKCS #8, not encrypted
     */
    public String privateKeyPem(Holder holder) {
        try {
            return block("PRIVATE KEY", key(holder).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new AssertionError("the key can be opened", e);
        }
    }

    private Certificate[] certificates(Holder holder) throws GeneralSecurityException {
        return Objects.requireNonNull(all.getCertificateChain(alias(holder)), "keytool made them all");
    }

    private Key key(Holder holder) throws GeneralSecurityException {
        return Objects.requireNonNull(all.getKey(alias(holder), password()), "keytool made them all");
    }

    private static String alias(Holder holder) {
        return switch (holder) {
            case AUTHORITY -> "authority";
            case SERVER -> "server";
            case OTHER_HOST -> "other_host";
            case EXPIRED -> "expired";
            case UNTRUSTED -> "untrusted";
            case CLIENT -> "client";
        };
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static String block(String type, byte[] bytes) {
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(bytes);
        return "-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n";
    }
}
