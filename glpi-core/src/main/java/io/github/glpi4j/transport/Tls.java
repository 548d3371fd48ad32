package io.github.glpi4j.transport;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * TLS settings for all transports: trusted authorities and client certificate. Immutable.
 *
 * <p>The protocol versions are those of the JDK: TLS 1.2 and 1.3. Host names are verified, except with {@link
 * #insecureTrustAll()}.
 */
public final class Tls {

    private static final Tls SYSTEM_DEFAULT = new Tls(null, null, true);

    private final @Nullable X509TrustManager trust;
    private final @Nullable X509KeyManager key;
    private final boolean checksNames;

    private Tls(@Nullable X509TrustManager trust, @Nullable X509KeyManager key, boolean checksNames) {
        this.trust = trust;
        this.key = key;
        this.checksNames = checksNames;
    }

    /** {@return settings that trust the JDK's default authorities, without a client certificate} */
    public static Tls systemDefault() {
        return SYSTEM_DEFAULT;
    }

    /**
     * {@return settings that trust only the certificates in a key store}
     *
     * @param authorities a key store with one or more trusted certificates
     * @throws IllegalArgumentException if the key store contains no certificate
     */
    public static Tls trusting(KeyStore authorities) {
        try {
            if (authorities.size() == 0) {
                throw new IllegalArgumentException("the key store contains no trusted certificate");
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key store is not loaded", e);
        }
        return new Tls(trustManager(authorities), null, true);
    }

    /**
     * {@return settings that trust only the certificates in a PEM file}
     *
     * @param authorities a file with one or more {@code BEGIN CERTIFICATE} blocks, which is read immediately
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if the file contains no certificate
     */
    public static Tls trustingPem(Path authorities) throws IOException {
        return trusting(PemFiles.trustStore(authorities));
    }

    /**
     * {@return settings that trust the certificates that a trust manager accepts}
     *
     * @param trust the trust manager
     */
    public static Tls trusting(X509TrustManager trust) {
        return new Tls(Objects.requireNonNull(trust, "trust"), null, true);
    }

    /**
     * {@return settings that trust every certificate and do not verify host names} An attacker on the network can then
     * read and change all data, including passwords. Use only for tests on the loopback interface.
     */
    public static Tls insecureTrustAll() {
        return new Tls(new InsecureTrustManager(), null, false);
    }

    /**
     * {@return these settings with a client certificate from a key store}
     *
     * @param store a key store with one or more keys and their certificates
     * @param password the password of the keys
     * @throws IllegalArgumentException if the keys cannot be read with this password
     */
    public Tls withClientCertificate(KeyStore store, char[] password) {
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, password);
            for (KeyManager manager : factory.getKeyManagers()) {
                if (manager instanceof X509KeyManager x509) {
                    return withClientCertificate(x509);
                }
            }
            throw new IllegalStateException("this JDK has no X.509 key manager");
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the client key cannot be read with this password", e);
        }
    }

    /**
     * {@return these settings with a client certificate from PEM files}
     *
     * @param certificates a file with the client certificate, followed by any intermediate certificates
     * @param privateKey a file with the unencrypted PKCS #8 key ({@code BEGIN PRIVATE KEY})
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if a file does not have the expected content; the message does not contain the
     *     key
     */
    public Tls withClientCertificatePem(Path certificates, Path privateKey) throws IOException {
        return withClientCertificate(PemFiles.keyStore(certificates, privateKey), PemFiles.NO_PASSWORD.toCharArray());
    }

    /**
     * {@return these settings with the client certificate that a key manager selects}
     *
     * @param manager the key manager
     */
    public Tls withClientCertificate(X509KeyManager manager) {
        return new Tls(trust, manager, checksNames);
    }

    /** {@return the trust manager, or empty for the JDK's default, which is created only when needed} */
    public Optional<X509TrustManager> trustManager() {
        return Optional.ofNullable(trust);
    }

    /** {@return the key manager, or empty if there is no client certificate} */
    public Optional<X509KeyManager> keyManager() {
        return Optional.ofNullable(key);
    }

    /** {@return whether host names are verified; false only for {@link #insecureTrustAll()}} */
    public boolean verifiesHostnames() {
        return checksNames;
    }

    /** {@return a new {@code SSLContext} with these settings, for engines that require one} */
    public SSLContext sslContext() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    key == null ? null : new KeyManager[] {key},
                    trust == null ? null : new TrustManager[] {trust},
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no TLS", e);
        }
    }

    private static X509TrustManager trustManager(KeyStore authorities) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(authorities);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager x509) {
                    return x509;
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the trusted certificates cannot be used", e);
        }
        throw new IllegalStateException("this JDK has no X.509 trust manager");
    }

    @Override
    public String toString() {
        return (checksNames ? "Tls" : "INSECURE Tls") + (key == null ? "" : " with a client certificate");
    }
}
