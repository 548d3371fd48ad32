package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;

/** Sends again after a 503. */
final class RetriesWhenUnavailable extends Saboteur {

    RetriesWhenUnavailable(TransportSettings settings) {
        super(settings);
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        TransportResponse response = super.exchange(request, exchange);
        return response.status() == 503 ? super.exchange(request, exchange) : response;
    }
}
