package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.reference.ReferenceTransport;
import io.github.glpi4j.transport.tck.reference.Resolver;
import java.io.IOException;

/** Never looks whether a kept connection still lives; may claim that a dead one took nothing. */
final class TrustsIdleConnections extends Saboteur {

    private final boolean claimsNotSent;

    TrustsIdleConnections(TransportSettings settings) {
        this(settings, false);
    }

    TrustsIdleConnections(TransportSettings settings, boolean claimsNotSent) {
        super(new ReferenceTransport(settings, Resolver.SYSTEM, false));
        this.claimsNotSent = claimsNotSent;
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        try {
            return super.exchange(request, exchange);
        } catch (IOException e) {
            throw claimsNotSent ? new RequestNotSentException("the connection was dead", e) : e;
        }
    }
}
