package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;

/** Says of each answer that it is a good file. */
final class NamesEverything extends Saboteur {

    NamesEverything(TransportSettings settings) {
        super(settings);
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        return super.exchange(request, new SpoiltExchange(exchange) {
            @Override
            public ResponseSink responseStarted(int status, Headers headers) {
                return super.responseStarted(200, Headers.of("Content-Disposition", "filename=\"x\""));
            }
        });
    }
}
