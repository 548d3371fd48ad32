package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;

/** Drops a piece of a body that could not be written, as an engine does that only logs what its handlers throw. */
final class SwallowsErrors extends Saboteur {

    SwallowsErrors(TransportSettings settings) {
        super(settings);
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        return super.exchange(request, new SpoiltExchange(exchange) {
            @Override
            public ResponseSink responseStarted(int status, Headers headers) {
                ResponseSink target = super.responseStarted(status, headers);
                return new ResponseSink() {
                    @Override
                    public void write(byte[] bytes, int offset, int length) throws IOException {
                        try {
                            target.write(bytes, offset, length);
                        } catch (Error e) {
                            // Swallowed.
                        }
                    }

                    @Override
                    public TransportResponse response() {
                        return target.response();
                    }
                };
            }
        });
    }
}
