package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Says that an upload has begun, not that it goes on. */
final class TellsOfProgressOnce extends Saboteur {

    TellsOfProgressOnce(TransportSettings settings) {
        super(settings);
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        AtomicBoolean told = new AtomicBoolean();
        return super.exchange(request, new SpoiltExchange(exchange) {
            @Override
            public void onProgress() {
                if (told.compareAndSet(false, true)) {
                    super.onProgress();
                }
            }
        });
    }
}
