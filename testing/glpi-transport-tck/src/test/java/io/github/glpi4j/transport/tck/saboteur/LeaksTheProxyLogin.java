package io.github.glpi4j.transport.tck.saboteur;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.HttpProxy;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;
import java.util.Base64;

/** Sends the proxy's credentials through the tunnel, too. */
final class LeaksTheProxyLogin extends Saboteur {

    private final String login;

    LeaksTheProxyLogin(TransportSettings settings) {
        super(settings);
        login = settings.proxy().map(LeaksTheProxyLogin::login).orElse("");
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        if (login.isEmpty() || !request.origin().getScheme().equals("https")) {
            return super.exchange(request, exchange);
        }
        Headers.Builder headers = Headers.builder();
        request.headers().forEach(headers::add);
        headers.add("Proxy-Authorization", "Basic " + login);
        return super.exchange(
                TransportRequest.of(
                        request.method(), request.origin(), request.target(), headers.build(), request.body()),
                exchange);
    }

    private static String login(HttpProxy proxy) {
        return proxy.user()
                .map(user -> user + ":" + proxy.password().orElse(""))
                .map(pair -> Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)))
                .orElse("");
    }
}
