package io.github.glpi4j.transport.tck;

import io.github.glpi4j.transport.HttpProxy;
import io.github.glpi4j.transport.TransportSettings;
import io.github.glpi4j.transport.tck.server.TestCertificates;
import io.github.glpi4j.transport.tck.server.TestCertificates.Holder;
import java.util.Optional;

/**
 * What an engine may be unable to do without being a bad transport. {@link TransportFactory#capabilities()} returns what it
 * can do.
 */
public enum Capability {

    /** Uses a proxy. Without it, {@link TransportFactory#create} throws {@link IllegalArgumentException} for a proxy. */
    PROXY,

    /** Sends credentials to the proxy with the first request. Without it, a proxy with credentials is refused. */
    PROXY_CREDENTIALS,

    /** Presents a client certificate. Without it, TLS settings that have one are refused. */
    CLIENT_CERTIFICATE,

    /** Limits the headers of a response to fewer bytes than the default. Without it, another limit is refused. */
    HEADER_LIMIT,

    /** Offers HTTP/2. Without it, settings with HTTP/2 are refused. */
    HTTP_2,

    /**
     * Reports that a connection is open, so that the transport can tell an exchange that was aborted before from one that
     * may have been sent. Without it, the former fails with an {@link java.io.IOException} too.
     */
    CONNECTION_EVENTS;

    private static final HttpProxy ANY_PROXY = HttpProxy.of("127.0.0.1", 9);

    /** {@return settings that need this capability, if it is one that settings ask for} */
    public Optional<TransportSettings> needing() {
        TransportSettings defaults = TransportSettings.defaults();
        TestCertificates certificates = TestCertificates.shared();
        return switch (this) {
            case PROXY -> Optional.of(defaults.withProxy(ANY_PROXY));
            case PROXY_CREDENTIALS -> Optional.of(defaults.withProxy(ANY_PROXY.withCredentials("user", "password")));
            case CLIENT_CERTIFICATE ->
                Optional.of(defaults.withTls(defaults.tls()
                        .withClientCertificate(certificates.keyStore(Holder.CLIENT), certificates.password())));
            case HEADER_LIMIT -> Optional.of(defaults.withMaxHeaderBytes(4_096));
            case HTTP_2 -> Optional.of(defaults.withHttp2());
            case CONNECTION_EVENTS -> Optional.empty();
        };
    }
}
