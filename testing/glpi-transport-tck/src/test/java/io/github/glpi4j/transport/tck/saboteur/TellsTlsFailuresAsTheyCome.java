package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;
import javax.net.ssl.SSLException;

/** Takes every failure of TLS for one of the handshake, so that a request which the server has would be sent again. */
final class TellsTlsFailuresAsTheyCome extends Saboteur {

    TellsTlsFailuresAsTheyCome(TransportSettings settings) {
        super(settings);
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        try {
            return super.exchange(request, exchange);
        } catch (IOException e) {
            throw e.getClass() == IOException.class && e.getCause() instanceof SSLException tls
                    ? new SSLException(tls.getMessage(), tls)
                    : e;
        }
    }
}
