package io.github.glpi4j.spring;

import io.github.glpi4j.GlpiConfigurationException;
import io.github.glpi4j.transport.Tls;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslOptions;

/** Uses the trusted authorities and the client certificate of an SSL bundle. */
final class SslBundleTls {

    private SslBundleTls() {}

    static Tls of(String name, @Nullable SslBundles bundles) {
        SslBundle bundle = find(name, bundles);
        requireNoOptions(name, bundle.getOptions());
        Tls tls = first(X509TrustManager.class, bundle.getManagers().getTrustManagers())
                .map(Tls::trusting)
                .orElseGet(Tls::systemDefault);
        return first(X509KeyManager.class, bundle.getManagers().getKeyManagers())
                .map(tls::withClientCertificate)
                .orElse(tls);
    }

    private static SslBundle find(String name, @Nullable SslBundles bundles) {
        try {
            if (bundles != null) {
                return bundles.getBundle(name);
            }
        } catch (NoSuchSslBundleException unknown) {
            throw wrong("glpi.ssl-bundle: there is no SSL bundle '" + name + "'", unknown);
        }
        throw wrong("glpi.ssl-bundle: the application has no SSL bundles", null);
    }

    private static GlpiConfigurationException wrong(String problem, @Nullable Exception cause) {
        return new GlpiConfigurationException(
                problem,
                "Define the bundle with properties such as spring.ssl.bundle.pem.<name>.truststore.certificate",
                cause);
    }

    /** Refused instead of ignored, because they may be meant to restrict the connection. */
    private static void requireNoOptions(String name, SslOptions options) {
        if (options.getCiphers() != null || options.getEnabledProtocols() != null) {
            throw new GlpiConfigurationException(
                    "glpi.ssl-bundle: the SSL bundle '" + name
                            + "' selects ciphers or protocols, and the client uses those of the JDK",
                    "Remove options.ciphers and options.enabled-protocols from the bundle",
                    null);
        }
    }

    private static <T> Optional<T> first(Class<T> type, Object[] managers) {
        return Arrays.stream(managers).filter(type::isInstance).map(type::cast).findFirst();
    }
}
