package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;

/** Its abort also hits whoever came last, as when it holds on to the connection after the answer. */
final class AbortsTheNextToo extends Saboteur {

    AbortsTheNextToo(TransportSettings settings) {
        super(settings);
    }

    private volatile Runnable last = () -> {};

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        return super.exchange(request, new SpoiltExchange(exchange) {
            @Override
            public void onAbort(Runnable abort) {
                last = abort;
                super.onAbort(() -> {
                    abort.run();
                    last.run();
                });
            }
        });
    }
}
