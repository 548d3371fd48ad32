package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.Tls;
import io.github.glpi4j.transport.TransportSettings;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/** Takes any trusted certificate for that of the server, as an engine does whose name check is not switched on. */
final class SkipsTheNameCheck extends Saboteur {

    SkipsTheNameCheck(TransportSettings settings) {
        super(settings.withTls(nameless(settings.tls())));
    }

    private static Tls nameless(Tls tls) {
        if (tls.trustManager().isEmpty() || !tls.checksNames()) {
            return tls;
        }
        Tls trusting = Tls.trusting(new ChainOnly(tls.trustManager().get()));
        return tls.keyManager().map(trusting::withClientCertificate).orElse(trusting);
    }

    private static final class ChainOnly extends X509ExtendedTrustManager {

        private final X509TrustManager trust;

        ChainOnly(X509TrustManager trust) {
            this.trust = trust;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            trust.checkServerTrusted(chain, type);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            trust.checkServerTrusted(chain, type);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            trust.checkServerTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return trust.getAcceptedIssuers();
        }
    }
}
