package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Throws where it should complete the stage. */
final class ThrowsAtOnce extends AsyncSaboteur {

    ThrowsAtOnce(TransportSettings settings) {
        super(settings);
    }

    @Override
    public CompletionStage<TransportResponse> exchange(TransportRequest request, ExchangeContext exchange) {
        CompletableFuture<TransportResponse> answer =
                super.exchange(request, exchange).toCompletableFuture();
        if (answer.isCompletedExceptionally()) {
            answer.join();
        }
        return answer;
    }
}
