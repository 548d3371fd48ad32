package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;

/** Names itself. */
final class AddsAHeader extends Saboteur {

    AddsAHeader(TransportSettings settings) {
        super(settings);
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        Headers.Builder more = Headers.builder();
        request.headers().forEach(more::add);
        more.add("User-Agent", "engine/1.0");
        return super.exchange(
                TransportRequest.of(request.method(), request.origin(), request.target(), more.build(), request.body()),
                exchange);
    }
}
