package io.github.glpi4j.transport.vertx;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import java.util.concurrent.CompletionStage;

/** What moves the bytes below a {@link VertxTransport}. */
interface Engine {

    CompletionStage<TransportResponse> exchange(TransportRequest request, ExchangeContext exchange)
            throws RequestNotSentException;

    /** Called once. */
    CompletionStage<Void> close();
}
