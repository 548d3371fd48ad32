package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.reference.Resolver;
import java.io.IOException;

/** Tells every failure as an IOException. */
final class TellsNoReason extends Saboteur {

    TellsNoReason(TransportSettings settings) {
        super(settings);
    }

    TellsNoReason(TransportSettings settings, Resolver resolver) {
        super(settings, resolver);
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        try {
            return super.exchange(request, exchange);
        } catch (IOException e) {
            throw new IOException("failed", e);
        }
    }
}
