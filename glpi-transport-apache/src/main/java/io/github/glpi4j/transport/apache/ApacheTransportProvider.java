package io.github.glpi4j.transport.apache;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportProvider;
import io.github.glpi4j.transport.TransportSettings;

/** Provides {@link ApacheTransport} under the name {@code apache}. */
public final class ApacheTransportProvider implements TransportProvider {

    /** For {@link java.util.ServiceLoader}; an application uses {@link ApacheTransport#create()}. */
    public ApacheTransportProvider() {}

    /** {@return {@code apache}} */
    @Override
    public String name() {
        return "apache";
    }

    /**
     * Creates a transport with its own HttpClient.
     *
     * @param settings the settings; HTTP/2 is not supported
     * @return a new {@link ApacheTransport}; the caller closes it
     * @throws IllegalArgumentException if the settings enable HTTP/2
     */
    @Override
    public Transport create(TransportSettings settings) {
        return ApacheTransport.create(settings);
    }
}
