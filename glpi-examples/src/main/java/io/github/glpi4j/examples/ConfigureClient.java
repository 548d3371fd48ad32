package io.github.glpi4j.examples;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.transport.TransportSettings;
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
