package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;

/** Writes the request target as it likes it. */
final class TidiesTheTarget extends Saboteur {

    TidiesTheTarget(TransportSettings settings) {
        super(settings);
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        String tidy = request.target().replace("%7e", "~").replace("//", "/");
        return super.exchange(
                TransportRequest.of(request.method(), request.origin(), tidy, request.headers(), request.body()),
                exchange);
    }
}
