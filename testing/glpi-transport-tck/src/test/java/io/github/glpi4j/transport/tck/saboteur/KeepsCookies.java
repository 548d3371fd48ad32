package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;

/** Sends back what Set-Cookie gave. */
final class KeepsCookies extends Saboteur {

    KeepsCookies(TransportSettings settings) {
        super(settings);
    }

    private volatile String cookie = "";

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        Headers.Builder more = Headers.builder();
        request.headers().forEach(more::add);
        if (!cookie.isEmpty()) {
            more.add("Cookie", cookie);
        }
        TransportResponse response = super.exchange(
                TransportRequest.of(request.method(), request.origin(), request.target(), more.build(), request.body()),
                exchange);
        response.headers().firstValue("Set-Cookie").ifPresent(value -> cookie = value);
        return response;
    }
}
