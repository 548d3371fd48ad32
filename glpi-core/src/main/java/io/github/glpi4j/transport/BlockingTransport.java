package io.github.glpi4j.transport;

import java.io.IOException;

/** A transport that performs each exchange on the caller's thread. For transport authors. */
@FunctionalInterface
public non-sealed interface BlockingTransport extends Transport {

    /**
     * Sends the request once and returns the response, whatever its status.
     *
     * @param request the request
     * @param exchange receives the body and registers how to abort the exchange from another thread
     * @return the response: {@link ResponseSink#response()}, or a custom one
     * @throws IOException if there is no complete response: one of the exceptions that the {@linkplain
     *     io.github.glpi4j.transport package} lists; {@link RequestNotSentException} only if certainly no byte was sent
     */
    TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException;
}
