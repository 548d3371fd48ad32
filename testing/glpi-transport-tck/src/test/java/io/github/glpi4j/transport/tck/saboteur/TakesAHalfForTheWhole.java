package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/** Hands over what it got of a body when the rest does not come. */
final class TakesAHalfForTheWhole extends Saboteur {

    TakesAHalfForTheWhole(TransportSettings settings) {
        super(settings);
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        AtomicReference<ResponseSink> asked = new AtomicReference<>();
        try {
            return super.exchange(request, new SpoiltExchange(exchange) {
                @Override
                public ResponseSink responseStarted(int status, Headers headers) {
                    ResponseSink target = super.responseStarted(status, headers);
                    asked.set(target);
                    return target;
                }
            });
        } catch (IOException e) {
            ResponseSink target = asked.get();
            if (target == null) {
                throw e;
            }
            return target.response();
        }
    }
}
