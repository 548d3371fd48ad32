package io.github.glpi4j.transport.tck;

import io.github.glpi4j.transport.HttpProxy;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.server.TestCertificates;
import io.github.glpi4j.transport.tck.server.TestCertificates.Holder;
import java.util.Optional;

/** A feature that an engine may lack. {@link TransportFactory#capabilities()} returns the ones that it has. */
public enum Capability {

    /** Uses a proxy. Otherwise, {@link TransportFactory#create} throws {@link IllegalArgumentException} for a proxy. */
    PROXY,

    /** Sends credentials to the proxy with the first request. Otherwise, a proxy with credentials is refused. */
    PROXY_CREDENTIALS,

    /** Presents a client certificate. Otherwise, TLS settings with a client certificate are refused. */
    CLIENT_CERTIFICATE,

    /** Limits the size of response headers. Otherwise, any limit other than the default is refused. */
    HEADER_LIMIT,

    /** Offers HTTP/2. Otherwise, settings with HTTP/2 are refused. */
    HTTP_2,

    /**
     * Reports when a connection is open, so that the transport can distinguish an exchange aborted before that from one
     * that may have been sent. Otherwise, the former also fails with an {@link java.io.IOException}.
     */
    CONNECTION_EVENTS;

    private static final HttpProxy ANY_PROXY = HttpProxy.of("127.0.0.1", 9);

    /** {@return settings that need this capability, unless no setting does} */
    public Optional<TransportSettings> needing() {
        TransportSettings defaults = TransportSettings.defaults();
        TestCertificates certificates = TestCertificates.shared();
        return switch (this) {
            case PROXY -> Optional.of(defaults.toBuilder().proxy(ANY_PROXY).build());
            case PROXY_CREDENTIALS ->
                Optional.of(defaults.toBuilder()
                        .proxy(ANY_PROXY.withCredentials("user", "password"))
                        .build());
            case CLIENT_CERTIFICATE ->
                Optional.of(defaults.toBuilder()
                        .tls(defaults.tls()
                                .withClientCertificate(certificates.keyStore(Holder.CLIENT), certificates.password()))
                        .build());
            case HEADER_LIMIT ->
                Optional.of(defaults.toBuilder().maxHeaderBytes(4_096).build());
            case HTTP_2 -> Optional.of(defaults.toBuilder().http2().build());
            case CONNECTION_EVENTS -> Optional.empty();
        };
    }
}
