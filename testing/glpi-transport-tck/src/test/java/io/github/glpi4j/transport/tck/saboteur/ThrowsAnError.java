package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;

/** Takes what a server does wrong for a bug of its own. */
final class ThrowsAnError extends Saboteur {

    ThrowsAnError(TransportSettings settings) {
        super(settings);
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) {
        try {
            return super.exchange(request, exchange);
        } catch (IOException e) {
            throw new AssertionError("cannot happen", e);
        }
    }
}
