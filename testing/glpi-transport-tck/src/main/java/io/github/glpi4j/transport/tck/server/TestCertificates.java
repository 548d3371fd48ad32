package io.github.glpi4j.transport.tck.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.glpi4j.transport.tck.server.TestCertificate.Role;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import java.time.Period;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/** An authority and the certificates that it has signed, created once per JVM. For loopback only. */
public final class TestCertificates {

    /** The holders of certificates. */
    public enum Holder {
        /** The authority, which signs the others. */
        AUTHORITY,
        /** A server on loopback: {@code 127.0.0.1} and {@code localhost}. */
        SERVER,
        /** A server with another name. */
        OTHER_HOST,
        /** A server on loopback with an expired certificate. */
        EXPIRED,
        /** A server on loopback with a self-signed certificate. */
        UNTRUSTED,
        /** A client. */
        CLIENT
    }

    private static final String PASSWORD = "only-for-tests";

    private final Map<Holder, TestCertificate> all;

    private TestCertificates(Map<Holder, TestCertificate> all) {
        this.all = all;
    }

    /** Created on first use. */
    private static final class Shared {

        static final TestCertificates CERTIFICATES = make();

        private static TestCertificates make() {
            Instant yesterday = Instant.now().minus(Period.ofDays(1));
            Instant longAgo = yesterday.minus(TestCertificate.VALIDITY);
            try {
                TestCertificate authority = TestCertificate.selfSigned("authority", Role.AUTHORITY, yesterday);
                return new TestCertificates(Map.of(
                        Holder.AUTHORITY, authority,
                        Holder.SERVER, authority.signing("server", Role.LOOPBACK, yesterday),
                        Holder.OTHER_HOST, authority.signing("other_host", Role.ELSEWHERE, yesterday),
                        Holder.EXPIRED, authority.signing("expired", Role.LOOPBACK, longAgo),
                        Holder.UNTRUSTED, TestCertificate.selfSigned("untrusted", Role.LOOPBACK, yesterday),
                        Holder.CLIENT, authority.signing("client", Role.CLIENT, yesterday)));
            } catch (GeneralSecurityException e) {
                throw new AssertionError("this JDK makes no certificates", e);
            }
        }
    }

    /** {@return the certificates of this JVM} */
    public static TestCertificates shared() {
        return Shared.CERTIFICATES;
    }

    /** {@return the password of the keys in a {@link #keyStore}} */
    public char[] password() {
        return PASSWORD.toCharArray();
    }

    /** {@return a new key store that trusts the authority and has no keys} */
    public KeyStore trustStore() {
        try {
            KeyStore store = emptyStore();
            store.setCertificateEntry("authority", certified(Holder.AUTHORITY).chain()[0]);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError("a PKCS #12 store takes a certificate", e);
        }
    }

    /**
     * Creates a key store with one key and its certificates.
     *
     * @param holder the holder
     * @return a new key store
     */
    public KeyStore keyStore(Holder holder) {
        try {
            KeyStore store = emptyStore();
            TestCertificate certified = certified(holder);
            store.setKeyEntry("key", certified.key(), password(), certified.chain());
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError("a PKCS #12 store takes a key", e);
        }
    }

    /**
     * Encodes a certificate chain.
     *
     * @param holder the holder
     * @return {@code BEGIN CERTIFICATE} blocks
     */
    public String certificatesPem(Holder holder) {
        try {
            StringBuilder pem = new StringBuilder();
            for (Certificate certificate : certified(holder).chain()) {
                pem.append(block("CERTIFICATE", certificate.getEncoded()));
            }
            return pem.toString();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("a certificate has an encoding", e);
        }
    }

    /**
     * Encodes a key.
     *
     * @param holder the holder
     * @return a {@code BEGIN PRIVATE KEY} block: PKCS #8, not encrypted
     */
    public String privateKeyPem(Holder holder) {
        return block("PRIVATE KEY", certified(holder).key().getEncoded());
    }

    private TestCertificate certified(Holder holder) {
        return Objects.requireNonNull(all.get(holder), "there is one for each");
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
