package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;
import java.util.concurrent.Semaphore;

/** Gives a connection back after an answer only. */
final class LeaksAConnection extends Saboteur {

    private final Semaphore free;

    LeaksAConnection(TransportSettings settings) {
        super(settings);
        this.free = new Semaphore(settings.maxConnections());
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        if (!free.tryAcquire()) {
            throw new RequestNotSentException("no connection is free");
        }
        TransportResponse response = super.exchange(request, exchange);
        free.release();
        return response;
    }
}
