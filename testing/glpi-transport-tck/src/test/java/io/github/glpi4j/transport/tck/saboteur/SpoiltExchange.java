package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.ResponseSink;

/** Passes everything on, until a subclass spoils one thing. */
abstract class SpoiltExchange implements ExchangeContext {

    private final ExchangeContext good;

    SpoiltExchange(ExchangeContext good) {
        this.good = good;
    }

    @Override
    public void onAbort(Runnable abort) {
        good.onAbort(abort);
    }

    @Override
    public ResponseSink responseStarted(int status, Headers headers) {
        return good.responseStarted(status, headers);
    }

    @Override
    public void marksEndOfBody() {
        good.marksEndOfBody();
    }

    @Override
    public void onProgress() {
        good.onProgress();
    }
}
