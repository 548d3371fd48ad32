package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.HttpProxy;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;
import java.net.URI;

/** Takes the proxy for the server, so that the proxy does not learn where to go. */
final class SendsOriginFormToTheProxy implements BlockingTransport {

    private final IgnoresTheProxy straight;
    private final URI proxy;

    SendsOriginFormToTheProxy(TransportSettings settings) {
        straight = new IgnoresTheProxy(settings);
        HttpProxy by = settings.proxy().orElseThrow();
        proxy = URI.create("http://" + by.host() + ":" + by.port());
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        return straight.exchange(
                TransportRequest.of(request.method(), proxy, request.target(), request.headers(), request.body()),
                exchange);
    }

    @Override
    public void close() {
        straight.close();
    }
}
