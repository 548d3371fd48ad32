package io.github.glpi4j.listener;

/** Observes one call. */
@FunctionalInterface
public interface CallListener {

    /**
     * Observes the end of the call. Runs once, before the caller receives the outcome. If the caller has cancelled the
     * call, or no thread was free for it in time, it runs right after that, and the last exchange may end later.
     *
     * @param result the outcome
     */
    void callEnded(CallResult result);

    /**
     * Observes an HTTP exchange of the call, before its request is sent. By default, ignores it.
     *
     * @param exchange the exchange
     * @return the listener for this exchange
     */
    default ExchangeListener exchangeStarted(ExchangeInfo exchange) {
        return result -> {};
    }
}
