package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.HttpProxy;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;
import java.net.ConnectException;

/** Says with which password it failed. */
final class TellsTheProxyPassword extends Saboteur {

    private final String password;

    TellsTheProxyPassword(TransportSettings settings) {
        super(settings);
        password = settings.proxy().flatMap(HttpProxy::password).orElse("none");
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        try {
            return super.exchange(request, exchange);
        } catch (ConnectException e) {
            ConnectException chatty = new ConnectException("the proxy did not take the password " + password);
            chatty.initCause(e);
            throw chatty;
        }
    }
}
