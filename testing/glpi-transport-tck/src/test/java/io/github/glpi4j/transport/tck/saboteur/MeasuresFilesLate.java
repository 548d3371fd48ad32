package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.RequestBody;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;

/** Sends what a file has become, not what was announced. */
final class MeasuresFilesLate extends Saboteur {

    MeasuresFilesLate(TransportSettings settings) {
        super(settings);
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        RequestBody body = RequestBody.none();
        for (RequestBody.Segment segment : request.body().segments()) {
            body = body.append(measured(segment));
        }
        return super.exchange(
                TransportRequest.of(request.method(), request.origin(), request.target(), request.headers(), body),
                exchange);
    }

    private static RequestBody measured(RequestBody.Segment segment) throws IOException {
        if (segment instanceof RequestBody.FileSegment content) {
            return RequestBody.of(content.file());
        }
        byte[] bytes = new byte[Math.toIntExact(segment.length())];
        ((RequestBody.BytesSegment) segment).bytes().get(bytes);
        return RequestBody.of(bytes);
    }
}
