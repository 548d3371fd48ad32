package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.Tls;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.TrustOptions;
import java.util.LinkedHashSet;
import java.util.List;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/** Applies the TLS settings: trusted authorities and client certificate. */
final class ClientTlsOptions {

    private static final List<String> VERSIONS = List.of("TLSv1.2", "TLSv1.3");

    private ClientTlsOptions() {}

    /** Without a trust manager Vert.x uses the JDK's. "Trust all" is a trust manager too. */
    static void apply(Tls tls, HttpClientOptions options) {
        tls.trustManager().ifPresent(manager -> options.setTrustOptions(TrustOptions.wrap(checking(manager, tls))));
        tls.keyManager().ifPresent(manager -> options.setKeyCertOptions(KeyCertOptions.wrap(manager)));
        options.setVerifyHost(tls.verifiesHostnames());
        options.setEnabledSecureTransportProtocols(new LinkedHashSet<>(VERSIONS));
    }

    private static X509TrustManager checking(X509TrustManager manager, Tls tls) {
        return tls.verifiesHostnames() && manager instanceof X509ExtendedTrustManager extended
                ? new NameCheckingTrustManager(extended)
                : manager;
    }
}
