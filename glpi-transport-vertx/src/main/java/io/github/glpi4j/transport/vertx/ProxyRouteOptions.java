package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.HttpProxy;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.ProxyType;
import java.time.Duration;

/** Applies the proxy to a request. */
final class ProxyRouteOptions {

    private ProxyRouteOptions() {}

    static void apply(HttpProxy proxy, Duration connectTimeout, boolean tunnel, RequestOptions request) {
        ProxyOptions options = new ProxyOptions();
        options.setType(ProxyType.HTTP);
        options.setHost(proxy.host());
        options.setPort(proxy.port());
        options.setConnectTimeout(connectTimeout);
        if (tunnel) {
            proxy.user().ifPresent(options::setUsername);
            proxy.password().ifPresent(options::setPassword);
        } else {
            // Vert.x would do the same, but in the default charset of this JVM.
            proxy.authorization().ifPresent(authorization -> request.putHeader("Proxy-Authorization", authorization));
        }
        request.setProxyOptions(options);
    }
}
