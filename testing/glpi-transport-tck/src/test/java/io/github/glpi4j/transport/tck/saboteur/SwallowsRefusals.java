package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Collects bodies by itself, whatever their size, and does not ask whether the library takes them. */
final class SwallowsRefusals extends Saboteur {

    SwallowsRefusals(TransportSettings settings) {
        super(settings);
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        return super.exchange(request, new SpoiltExchange(exchange) {
            @Override
            public ResponseSink responseStarted(int status, Headers headers) {
                ByteArrayOutputStream body = new ByteArrayOutputStream();
                return new ResponseSink() {
                    @Override
                    public void write(byte[] bytes, int offset, int length) {
                        body.write(bytes, offset, length);
                    }

                    @Override
                    public TransportResponse response() {
                        return TransportResponse.of(status, headers, ByteBuffer.wrap(body.toByteArray()));
                    }
                };
            }
        });
    }
}
