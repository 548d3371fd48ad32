package io.github.glpi4j.transport.tck.reference;

import io.github.glpi4j.transport.Tls;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;

/** Hides that a trust manager is an extended one, which would have to verify host names itself. */
public final class PlainTrustManager implements X509TrustManager {

    private final X509TrustManager trust;

    private PlainTrustManager(X509TrustManager trust) {
        this.trust = trust;
    }

    /** {@return the context of these settings, in which the JDK verifies host names if they require it} */
    public static SSLContext context(Tls tls) {
        Tls checking = tls.trustManager()
                .filter(trust -> tls.verifiesHostnames())
                .map(trust -> Tls.trusting(new PlainTrustManager(trust)))
                .orElse(tls);
        return tls.keyManager()
                .map(checking::withClientCertificate)
                .orElse(checking)
                .sslContext();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        trust.checkClientTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        trust.checkServerTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trust.getAcceptedIssuers();
    }
}
