package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;

/** Claims of HTTP/1.1 what is true of HTTP/2: that the end of a body cannot be missed. */
final class ClaimsMarkedEnds extends Saboteur {

    ClaimsMarkedEnds(TransportSettings settings) {
        super(settings);
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        return super.exchange(request, new SpoiltExchange(exchange) {
            @Override
            public ResponseSink responseStarted(int status, Headers headers) {
                marksEndOfBody();
                return super.responseStarted(status, headers);
            }
        });
    }
}
