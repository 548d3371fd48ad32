package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;

/** Lets a subclass of IOException out. */
final class ThrowsAnEngineException extends Saboteur {

    private static final class EngineException extends IOException {

        private static final long serialVersionUID = 1L;

        EngineException(IOException cause) {
            super(cause);
        }
    }

    ThrowsAnEngineException(TransportSettings settings) {
        super(settings);
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        try {
            return super.exchange(request, exchange);
        } catch (IOException e) {
            throw new EngineException(e);
        }
    }
}
