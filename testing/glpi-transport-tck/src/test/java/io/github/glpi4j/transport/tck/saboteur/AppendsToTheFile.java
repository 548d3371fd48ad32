package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Writes the file itself, behind what is in it. */
final class AppendsToTheFile extends Saboteur {

    AppendsToTheFile(TransportSettings settings) {
        super(settings);
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        return super.exchange(request, new SpoiltExchange(exchange) {
            @Override
            public ResponseSink responseStarted(int status, Headers headers) {
                ResponseSink good = super.responseStarted(status, headers);
                Optional<Path> file = good.file();
                return file.isEmpty() ? good : new Appending(good, file.get());
            }
        });
    }

    private record Appending(ResponseSink good, Path into) implements ResponseSink {

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try (var out = Files.newOutputStream(into, StandardOpenOption.APPEND)) {
                out.write(bytes, offset, length);
            }
        }

        @Override
        public TransportResponse response() {
            return good.response();
        }
    }
}
