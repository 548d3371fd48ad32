package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.reference.ReferenceTransport;
import java.io.IOException;

/** Opens a connection for each call. */
final class ReconnectsEachTime implements BlockingTransport {

    private final TransportSettings settings;

    ReconnectsEachTime(TransportSettings settings) {
        this.settings = settings;
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        try (ReferenceTransport once = new ReferenceTransport(settings)) {
            return once.exchange(request, exchange);
        }
    }
}
