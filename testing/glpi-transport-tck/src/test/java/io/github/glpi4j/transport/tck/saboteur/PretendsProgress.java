package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Says that all goes well, for some seconds after nothing has moved any more. */
final class PretendsProgress extends Saboteur {

    private static final int TIMES = 50;

    PretendsProgress(TransportSettings settings) {
        super(settings);
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        Thread optimist = new Thread(() -> pretend(exchange, over));
        optimist.setDaemon(true);
        optimist.start();
        try {
            return super.exchange(request, exchange);
        } finally {
            over.countDown();
        }
    }

    private static void pretend(ExchangeContext exchange, CountDownLatch over) {
        try {
            for (int i = 0; i < TIMES && !over.await(100, TimeUnit.MILLISECONDS); i++) {
                exchange.onProgress();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
