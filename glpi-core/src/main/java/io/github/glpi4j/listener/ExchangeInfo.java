package io.github.glpi4j.listener;

import java.util.Optional;

/**
 * An HTTP exchange that starts.
 *
 * @param operation GLPI's name of the endpoint, which may be another than that of the call
 * @param itemtype the itemtype, if the endpoint has one
 * @param method the HTTP method
 * @param retry 0 for the first attempt, 1 for the first retry
 */
public record ExchangeInfo(String operation, Optional<String> itemtype, String method, int retry) {}
