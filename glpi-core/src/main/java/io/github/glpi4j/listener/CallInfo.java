package io.github.glpi4j.listener;

import java.net.URI;
import java.util.Optional;

/**
 * A call that starts. Its operation and itemtype have few values, which makes them suitable for the tags of a metric.
 *
 * @param operation GLPI's name of the endpoint, such as {@code getItem}; {@code request} for a raw request
 * @param itemtype the itemtype as the application named it, such as {@code Computer}, if the endpoint has one; for {@code
 *     getSubItems} that of the parent
 * @param server the scheme, host and port of GLPI
 * @param parent if the client itself makes this call, such as a login, the listener for the call that needs it
 */
public record CallInfo(String operation, Optional<String> itemtype, URI server, Optional<CallListener> parent) {}
