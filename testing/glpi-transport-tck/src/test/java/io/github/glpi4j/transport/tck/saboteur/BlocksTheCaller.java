package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Returns when the answer is there. */
final class BlocksTheCaller extends AsyncSaboteur {

    BlocksTheCaller(TransportSettings settings) {
        super(settings);
    }

    @Override
    public CompletionStage<TransportResponse> exchange(TransportRequest request, ExchangeContext exchange) {
        CompletableFuture<TransportResponse> answer =
                super.exchange(request, exchange).toCompletableFuture();
        boolean good = answer.handle((response, failure) -> failure == null).join();
        return good ? answer : answer.copy();
    }
}
