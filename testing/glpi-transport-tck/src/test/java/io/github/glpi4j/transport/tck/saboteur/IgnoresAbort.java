package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;

/** Registers an abort that does nothing. */
final class IgnoresAbort extends Saboteur {

    IgnoresAbort(TransportSettings settings) {
        super(settings);
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        exchange.onAbort(() -> {});
        return super.exchange(request, new SpoiltExchange(exchange) {
            @Override
            public void onAbort(Runnable abort) {}
        });
    }
}
