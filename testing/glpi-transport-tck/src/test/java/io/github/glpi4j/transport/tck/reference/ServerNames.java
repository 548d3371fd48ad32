package io.github.glpi4j.transport.tck.reference;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** Verifies the name in a certificate. Ignores wildcards, which the suite does not use. */
final class ServerNames {

    private static final int NAME = 1;

    private ServerNames() {}

    static void check(String host, SSLSession session) throws SSLException {
        try {
            X509Certificate server = (X509Certificate) session.getPeerCertificates()[0];
            Collection<List<?>> names = server.getSubjectAlternativeNames();
            if (names != null && names.stream().anyMatch(name -> host.equals(name.get(NAME)))) {
                return;
            }
        } catch (CertificateParsingException e) {
            throw new SSLException("the certificate cannot be read", e);
        }
        throw new SSLPeerUnverifiedException("the certificate is not for " + host);
    }
}
