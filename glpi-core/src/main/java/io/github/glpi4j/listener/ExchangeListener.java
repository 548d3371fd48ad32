package io.github.glpi4j.listener;

import java.util.Map;

/** Observes one HTTP exchange: a request, and the response if there is one. */
@FunctionalInterface
public interface ExchangeListener {

    /**
     * Observes the end of the exchange. Runs once, when the response has been read or the exchange has failed.
     *
     * @param result the outcome
     */
    void exchangeEnded(ExchangeResult result);

    /**
     * {@return headers to add to the request, such as {@code traceparent}; none by default} Invoked once, before the
     * request is sent. A header that the client or the call sets itself is left out, and so is one that no call may have, or
     * whose value is not visible ASCII. Values of four or more characters are treated as secrets.
     */
    default Map<String, String> requestHeaders() {
        return Map.of();
    }
}
