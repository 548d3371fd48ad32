package io.github.glpi4j.transport.vertx;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.glpi4j.transport.HttpProxy;
import io.vertx.core.MultiMap;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.ProxyType;
import java.time.Duration;
import java.util.Base64;

/** The way through a proxy, in the words of Vert.x. */
final class ProxyRoute {

    private ProxyRoute() {}

    static void set(HttpProxy proxy, Duration connectTimeout, boolean tunnel, RequestOptions request) {
        ProxyOptions options = new ProxyOptions();
        options.setType(ProxyType.HTTP);
        options.setHost(proxy.host());
        options.setPort(proxy.port());
        options.setConnectTimeout(connectTimeout);
        if (proxy.user().isPresent()) {
            String user = proxy.user().get();
            String password = proxy.password().orElse("");
            if (tunnel) {
                options.setUsername(user);
                options.setPassword(password);
            } else {
                // Vert.x would do the same, but in the character set of this machine.
                MultiMap headers = request.getHeaders();
                headers.set("Proxy-Authorization", "Basic " + encoded(user + ":" + password));
            }
        }
        request.setProxyOptions(options);
    }

    private static String encoded(String credentials) {
        return Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
    }
}
