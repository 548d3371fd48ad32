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
 * Whom to trust, and who to be, in TLS: one value for every engine. Immutable.
 *
 * <p>Protocol versions are the JDK's: TLS 1.2 and 1.3. The server's name is checked against its certificate, except by
 * {@link #insecureTrustAll()}.
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

    /**
     * Trusts the authorities that the JDK trusts, and shows no certificate.
     *
     * @return the default
     */
    public static Tls systemDefault() {
        return SYSTEM_DEFAULT;
    }

    /**
     * Trusts the certificates in a key store, and those only.
     *
     * @param authorities holds one or more trusted certificates
     * @return new settings
     * @throws IllegalArgumentException if there are none in it
     */
    public static Tls trusting(KeyStore authorities) {
        try {
            if (authorities.size() == 0) {
                throw new IllegalArgumentException("the key store holds no certificate to trust");
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key store is not loaded", e);
        }
        return new Tls(trustManager(authorities), null, true);
    }

    /**
     * Trusts the certificates in a PEM file, and those only.
     *
     * @param authorities a file with one or more {@code BEGIN CERTIFICATE} blocks, read at once
     * @return new settings
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if there is no certificate in it
     */
    public static Tls trustingPem(Path authorities) throws IOException {
        return trusting(PemFiles.trustStore(authorities));
    }

    /**
     * Trusts whom a trust manager trusts.
     *
     * @param trust decides on certificates
     * @return new settings
     */
    public static Tls trusting(X509TrustManager trust) {
        return new Tls(Objects.requireNonNull(trust, "trust"), null, true);
    }

    /**
     * Trusts any certificate of any server and does not check names: whoever sits in between reads and changes
     * everything, passwords included. For tests on loopback only.
     *
     * @return new settings
     */
    public static Tls insecureTrustAll() {
        return new Tls(new InsecureTrustManager(), null, false);
    }

    /**
     * Shows a client certificate from a key store.
     *
     * @param store holds one or more keys with their certificates
     * @param password opens the keys
     * @return new settings
     * @throws IllegalArgumentException if the keys cannot be opened
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
            throw new IllegalArgumentException("the client's key cannot be opened with this password", e);
        }
    }

    /**
     * Shows a client certificate from PEM files.
     *
     * @param certificates a file with the client's certificate, followed by those that lead to its authority
     * @param privateKey a file with the key in PKCS #8, not encrypted ({@code BEGIN PRIVATE KEY})
     * @return new settings
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if a file does not hold what it should; the message does not hold the key
     */
    public Tls withClientCertificatePem(Path certificates, Path privateKey) throws IOException {
        return withClientCertificate(PemFiles.keyStore(certificates, privateKey), PemFiles.NO_PASSWORD.toCharArray());
    }

    /**
     * Shows the certificate that a key manager picks.
     *
     * @param manager picks a certificate
     * @return new settings
     */
    public Tls withClientCertificate(X509KeyManager manager) {
        return new Tls(trust, manager, checksNames);
    }

    /**
     * Decides on the server's certificate.
     *
     * @return the trust manager, or empty for the JDK's own, which is made only when it is needed
     */
    public Optional<X509TrustManager> trustManager() {
        return Optional.ofNullable(trust);
    }

    /**
     * Picks the client's certificate.
     *
     * @return the key manager, or empty if the client shows none
     */
    public Optional<X509KeyManager> keyManager() {
        return Optional.ofNullable(key);
    }

    /**
     * Whether the server's name is checked against its certificate.
     *
     * @return true but for {@link #insecureTrustAll()}
     */
    public boolean verifiesHostnames() {
        return checksNames;
    }

    /**
     * The same as a context, for engines that want one.
     *
     * @return a new context
     */
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
            throw new IllegalArgumentException("the certificates to trust cannot be used", e);
        }
        throw new IllegalStateException("this JDK has no X.509 trust manager");
    }

    @Override
    public String toString() {
        return (checksNames ? "Tls" : "INSECURE Tls") + (key == null ? "" : " with a client certificate");
    }
}
