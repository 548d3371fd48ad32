package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;

/** Loses one header of the request. */
final class DropsAHeader extends Saboteur {

    DropsAHeader(TransportSettings settings) {
        super(settings);
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        Headers.Builder kept = Headers.builder();
        request.headers().forEach((name, value) -> {
            if (!name.equals("App-Token")) {
                kept.add(name, value);
            }
        });
        return super.exchange(
                TransportRequest.of(request.method(), request.origin(), request.target(), kept.build(), request.body()),
                exchange);
    }
}
