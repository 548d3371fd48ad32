package io.github.glpi4j.transport.vertx;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Verifies the server's hostname in addition to the checks of another trust manager. The JDK verifies hostnames only for
 * trust managers that it creates or wraps, and it does not wrap an {@link X509ExtendedTrustManager}.
 */
final class NameCheckingTrustManager extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager trust;

    NameCheckingTrustManager(X509ExtendedTrustManager trust) {
        this.trust = trust;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        trust.checkServerTrusted(chain, authType, engine);
        X509Certificate[] server = {chain[0]};
        trusting(chain[0]).checkServerTrusted(server, authType, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        trust.checkServerTrusted(chain, authType, socket);
        X509Certificate[] server = {chain[0]};
        trusting(chain[0]).checkServerTrusted(server, authType, socket);
    }

    /** Without a connection there is no hostname to verify. */
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("the server's hostname cannot be verified");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        trust.checkClientTrusted(chain, authType, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        trust.checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        trust.checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trust.getAcceptedIssuers();
    }

    /** A trust manager of the JDK that trusts this certificate, so that only the hostname remains to be verified. */
    private static X509ExtendedTrustManager trusting(X509Certificate certificate) throws CertificateException {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("server", certificate);
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509ExtendedTrustManager extended) {
                    return extended;
                }
            }
            throw new CertificateException("this JDK has no trust manager that verifies hostnames");
        } catch (IOException | GeneralSecurityException e) {
            throw new CertificateException("the server's hostname cannot be verified", e);
        }
    }
}
