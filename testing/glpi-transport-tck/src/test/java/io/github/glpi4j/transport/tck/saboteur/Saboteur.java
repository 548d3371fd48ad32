package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.reference.ReferenceTransport;
import io.github.glpi4j.transport.tck.reference.Resolver;
import java.io.IOException;

/** A good transport, until a subclass spoils one thing. */
abstract class Saboteur implements BlockingTransport {

    private final ReferenceTransport good;

    Saboteur(TransportSettings settings) {
        this.good = new ReferenceTransport(settings);
    }

    Saboteur(TransportSettings settings, Resolver resolver) {
        this(new ReferenceTransport(settings, resolver));
    }

    Saboteur(ReferenceTransport good) {
        this.good = good;
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        return good.exchange(request, exchange);
    }

    @Override
    public void close() {
        good.close();
    }
}
