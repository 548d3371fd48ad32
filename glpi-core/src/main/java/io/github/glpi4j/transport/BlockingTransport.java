package io.github.glpi4j.transport;

import java.io.IOException;

/** A transport that carries out an exchange on the caller's thread. */
@FunctionalInterface
public non-sealed interface BlockingTransport extends Transport {

    /**
     * Sends the request once and returns the answer, whatever its status.
     *
     * @param request what to send
     * @param exchange the library's side: where the body goes, and how the exchange is aborted from another thread
     * @return the answer: {@link ResponseSink#response()}, or one made by hand
     * @throws IOException when there is no complete response: one of the classes that the {@linkplain
     *     io.github.glpi4j.transport package} lists; {@link RequestNotSentException} only when certainly no byte left
     */
    TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException;
}
