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
 * Checks the server's name against its certificate, whatever another trust manager says of the certificate. The JDK
 * checks names only for the trust managers that it makes or wraps, and it wraps no {@link X509ExtendedTrustManager}.
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

    /** Without a connection there is no name. */
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("the server's name cannot be checked");
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

    /** The JDK's own, for which this certificate is trusted: what is left to check is the name. */
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
            throw new CertificateException("this JDK has no trust manager that checks names");
        } catch (IOException | GeneralSecurityException e) {
            throw new CertificateException("the server's name cannot be checked", e);
        }
    }
}
