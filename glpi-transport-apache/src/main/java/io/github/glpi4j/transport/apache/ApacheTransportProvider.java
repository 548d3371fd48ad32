package io.github.glpi4j.transport.apache;

import io.github.glpi4j.transport.Transport;
import io.github.glpi4j.transport.TransportProvider;
import io.github.glpi4j.transport.TransportSettings;

/** Lets the library find {@link ApacheTransport} under the name {@code apache}. */
public final class ApacheTransportProvider implements TransportProvider {

    /** For {@link java.util.ServiceLoader}; an application uses {@link ApacheTransport#create()}. */
    public ApacheTransportProvider() {}

    /**
     * The name of this transport.
     *
     * @return {@code apache}
     */
    @Override
    public String name() {
        return "apache";
    }

    /**
     * Makes a transport with an engine of its own.
     *
     * @param settings what the user asked for; all but HTTP/2 are honoured
     * @return an {@link ApacheTransport} that the caller closes
     * @throws IllegalArgumentException when they want HTTP/2
     */
    @Override
    public Transport create(TransportSettings settings) {
        return ApacheTransport.create(settings);
    }
}
