package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.AsyncTransport;
import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.reference.AsyncReferenceTransport;
import io.github.glpi4j.transport.tck.reference.ReferenceTransport;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** A good async transport, until a subclass spoils one thing. */
abstract class AsyncSaboteur implements AsyncTransport {

    private final AsyncReferenceTransport good;

    AsyncSaboteur(TransportSettings settings) {
        this.good = new AsyncReferenceTransport(new ReferenceTransport(settings));
    }

    @Override
    public CompletionStage<TransportResponse> exchange(TransportRequest request, ExchangeContext exchange) {
        return good.exchange(request, exchange);
    }

    @Override
    public boolean mustNotBlock() {
        return good.mustNotBlock();
    }

    @Override
    public Executor callerExecutor() {
        return good.callerExecutor();
    }

    @Override
    public void close() {
        good.close();
    }
}
