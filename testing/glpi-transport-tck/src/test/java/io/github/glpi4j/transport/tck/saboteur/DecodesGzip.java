package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;

/** Unpacks what it can unpack. */
final class DecodesGzip extends Saboteur {

    DecodesGzip(TransportSettings settings) {
        super(settings);
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        TransportResponse response = super.exchange(request, exchange);
        byte[] body = new byte[response.body().remaining()];
        response.body().get(body);
        boolean packed = body.length > 2 && body[0] == (byte) 0x1f && body[1] == (byte) 0x8b;
        if (!packed) {
            return response;
        }
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
        return TransportResponse.of(response.status(), Headers.none(), ByteBuffer.wrap(plain));
    }
}
