package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Goes where Location points, with all headers. */
final class FollowsRedirects extends Saboteur {

    FollowsRedirects(TransportSettings settings) {
        super(settings);
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        TransportResponse response = super.exchange(request, exchange);
        Optional<String> location = response.headers().firstValue("Location");
        if (location.isEmpty()) {
            return response;
        }
        URI next = request.origin().resolve(location.get());
        return super.exchange(
                TransportRequest.of(request.method(), next, next.getRawPath(), request.headers(), request.body()),
                exchange);
    }
}
