package io.github.glpi4j.examples;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.transport.HttpProxy;
import io.github.glpi4j.transport.Tls;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Configures clients. */
public final class ConfigureClient {

    private ConfigureClient() {}

    /** A store of secrets. */
    public interface Vault {

        /** {@return the credentials} */
        Credentials read();

        /** {@return the credentials, later} */
        CompletionStage<Credentials> readAsync();
    }

    /**
     * {@return all kinds of credentials}
     *
     * @param userToken the user's API token
     * @param login a login
     * @param password its password
     * @param vault a store of secrets
     */
    public static List<Credentials> credentials(String userToken, String login, String password, Vault vault) {
        // tag::credentials[]
        Credentials token = Credentials.userToken(userToken); // Authorization: user_token …
        Credentials basic = Credentials.basic(login, password); // Authorization: Basic …, base64 of UTF-8
        // Called for each login; must not block an event loop.
        Credentials supplied = Credentials.supplier(() -> vault.read());
        // Returns a CompletionStage of credentials.
        Credentials supplyingAsync = Credentials.asyncSupplier(() -> vault.readAsync());
        // end::credentials[]
        return List.of(token, basic, supplied, supplyingAsync);
    }

    /**
     * {@return a client that trusts a company's certificates only, and goes through its proxy}
     *
     * @param url where GLPI is
     * @param userToken the user's API token
     * @throws IOException if the certificates cannot be read
     */
    public static GlpiClient inCompanyNetwork(String url, String userToken) throws IOException {
        // tag::company-network[]
        GlpiClient glpi = GlpiClient.builder(url)
                .credentials(Credentials.userToken(userToken))
                .transportSettings(TransportSettings.builder()
                        .tls(Tls.trustingPem(Path.of("company-ca.pem")))
                        .proxy(HttpProxy.of("proxy.example.org", 3128))
                        .build())
                .build();
        // end::company-network[]
        return glpi;
    }

    /**
     * Makes a call with a time limit of its own.
     *
     * @param url where GLPI is
     * @param userToken the user's API token
     * @return the session
     */
    public static FullSession withTimeLimits(String url, String userToken) {
        // tag::timeouts[]
        try (GlpiClient glpi = GlpiClient.builder(url)
                .credentials(Credentials.userToken(userToken))
                .callTimeout(Duration.ofSeconds(20))
                .transportSettings(TransportSettings.builder()
                        .connectTimeout(Duration.ofSeconds(3))
                        .build())
                .build()) {
            return glpi.session()
                    .getFullSession()
                    .timeout(Duration.ofSeconds(5))
                    .execute();
        }
        // end::timeouts[]
    }
}
