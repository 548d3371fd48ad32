package io.github.glpi4j.transport.tck.mutants;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.ResponseSink;

/** Forwards every call; a mutant overrides one. */
class ForwardingContext implements ExchangeContext {

    private final ExchangeContext good;

    ForwardingContext(ExchangeContext good) {
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
