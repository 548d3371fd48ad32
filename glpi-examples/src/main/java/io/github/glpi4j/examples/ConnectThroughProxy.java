package io.github.glpi4j.examples;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.transport.HttpProxy;
import io.github.glpi4j.transport.Tls;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;
import java.nio.file.Path;

/** A GLPI with a certificate of the company's own authority, behind a proxy. */
public final class ConnectThroughProxy {

    private ConnectThroughProxy() {}

    /**
     * Creates a client.
     *
     * @param url the URL of GLPI
     * @param userToken the API token of a user
     * @param companyCa a PEM file with the authority's certificate
     * @return the client, to be closed by the caller
     * @throws IOException if the file cannot be read
     */
    public static GlpiClient client(String url, String userToken, Path companyCa) throws IOException {
        // tag::tls[]
        TransportSettings settings = TransportSettings.builder()
                .tls(Tls.trustingPem(companyCa))
                .proxy(HttpProxy.of("proxy.example.org", 3128))
                .build();
        return GlpiClient.builder(url)
                .credentials(Credentials.userToken(userToken))
                .transportSettings(settings)
                .transport("apache") // only where both transports are on the class path
                .build();
        // end::tls[]
    }
}
