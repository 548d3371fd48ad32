package io.github.glpi4j.spring;

import static io.github.glpi4j.spring.PropertyValues.apply;
import static io.github.glpi4j.spring.PropertyValues.check;
import static io.github.glpi4j.spring.PropertyValues.orNull;

import io.github.glpi4j.GlpiConfigurationException;
import io.github.glpi4j.transport.HttpProxy;
import io.github.glpi4j.transport.TransportSettings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundles;

/** The properties of the transport that the client creates. */
record TransportProperties(GlpiProperties properties) {

    /** {@return the names of those that are set, none of which applies to a transport that is a bean} */
    List<String> namesSet() {
        List<String> names = new ArrayList<>();
        add(names, orNull(properties.transport()) != null, "glpi.transport");
        add(names, properties.connectTimeout() != null, "glpi.connect-timeout");
        add(names, properties.maxConnections() != null, "glpi.max-connections");
        add(names, properties.http2(), "glpi.http2");
        add(names, orNull(properties.sslBundle()) != null, "glpi.ssl-bundle");
        add(names, proxy(properties.proxy()) != null, "glpi.proxy");
        return names;
    }

    private static void add(List<String> names, boolean set, String name) {
        if (set) {
            names.add(name);
        }
    }

    TransportSettings settings(@Nullable SslBundles bundles) {
        TransportSettings.Builder settings = TransportSettings.builder();
        apply("glpi.connect-timeout", properties.connectTimeout(), settings::connectTimeout);
        apply("glpi.max-connections", properties.maxConnections(), settings::maxConnections);
        if (properties.http2()) {
            settings.http2();
        }
        apply("glpi.ssl-bundle", properties.sslBundle(), bundle -> settings.tls(SslBundleTls.of(bundle, bundles)));
        apply("glpi.proxy", proxy(properties.proxy()), settings::proxy);
        return settings.build();
    }

    private static @Nullable HttpProxy proxy(GlpiProperties.Proxy proxy) {
        String host = orNull(proxy.host());
        Integer port = proxy.port();
        String user = orNull(proxy.user());
        String password = orNull(proxy.password());
        if (host == null && port == null && user == null && password == null) {
            return null;
        }
        if (host == null || port == null) {
            throw incomplete("glpi.proxy.host and glpi.proxy.port");
        }
        HttpProxy plain = check("glpi.proxy", () -> HttpProxy.of(host, port));
        if (user == null && password == null) {
            return plain;
        }
        if (user == null || password == null) {
            throw incomplete("glpi.proxy.user and glpi.proxy.password");
        }
        return check("glpi.proxy.user", () -> plain.withCredentials(user, password));
    }

    private static GlpiConfigurationException incomplete(String both) {
        return new GlpiConfigurationException("of " + both + ", only one is set", "Set both, or neither", null);
    }
}
