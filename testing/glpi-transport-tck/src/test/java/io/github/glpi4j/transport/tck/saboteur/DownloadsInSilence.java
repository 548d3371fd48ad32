package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.ResponseSink;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Writes the file itself, and never says so. */
final class DownloadsInSilence extends Saboteur {

    DownloadsInSilence(TransportSettings settings) {
        super(settings);
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        return super.exchange(request, new SpoiltExchange(exchange) {
            @Override
            public ResponseSink responseStarted(int status, Headers headers) {
                ResponseSink good = super.responseStarted(status, headers);
                Optional<Path> file = good.file();
                return file.isEmpty() ? good : Silent.emptying(file.get(), good);
            }
        });
    }

    private record Silent(Path into, ResponseSink good) implements ResponseSink {

        static Silent emptying(Path into, ResponseSink good) {
            try {
                Files.write(into, new byte[0]);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Silent(into, good);
        }

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
