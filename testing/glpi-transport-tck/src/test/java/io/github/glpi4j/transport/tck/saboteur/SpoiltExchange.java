package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.Exchange;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.Target;

/** Passes everything on, until a subclass spoils one thing. */
abstract class SpoiltExchange implements Exchange {

    private final Exchange good;

    SpoiltExchange(Exchange good) {
        this.good = good;
    }

    @Override
    public void onAbort(Runnable abort) {
        good.onAbort(abort);
    }

    @Override
    public Target target(int status, Headers headers) {
        return good.target(status, headers);
    }

    @Override
    public void marksEndOfBody() {
        good.marksEndOfBody();
    }

    @Override
    public void progressed() {
        good.progressed();
    }
}
