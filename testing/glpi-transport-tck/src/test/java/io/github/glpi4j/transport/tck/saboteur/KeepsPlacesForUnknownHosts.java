package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.reference.Resolver;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.concurrent.Semaphore;

/** Takes a place of its pool for each exchange, and never gives back that of a host whose name nobody knows. */
final class KeepsPlacesForUnknownHosts extends Saboteur {

    private final Semaphore places;

    KeepsPlacesForUnknownHosts(TransportSettings settings, Resolver resolver) {
        super(settings, resolver);
        this.places = new Semaphore(settings.maxConnections());
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        places.acquireUninterruptibly();
        boolean known = true;
        try {
            return super.exchange(request, exchange);
        } catch (UnknownHostException e) {
            known = false;
            throw e;
        } finally {
            if (known) {
                places.release();
            }
        }
    }

    /** Lets those go on that wait in vain. */
    @Override
    public void close() {
        super.close();
        places.release(Short.MAX_VALUE);
    }
}
