package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;

/** Loses one header of the response. */
final class LosesTheEtag extends Saboteur {

    LosesTheEtag(TransportSettings settings) {
        super(settings);
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        return super.exchange(request, new SpoiltExchange(exchange) {
            @Override
            public ResponseSink responseStarted(int status, Headers headers) {
                Headers.Builder kept = Headers.builder();
                headers.forEach((name, value) -> {
                    if (!name.equalsIgnoreCase("Etag")) {
                        kept.add(name, value);
                    }
                });
                return super.responseStarted(status, kept.build());
            }
        });
    }
}
